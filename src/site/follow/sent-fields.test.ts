import { PassThrough } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { fieldsOf, readFields } from './sent-fields';

const request = (
  text: string,
  type = 'application/x-www-form-urlencoded; charset=UTF-8',
): IncomingMessage => {
  const stream = Object.assign(new PassThrough(), { headers: { 'content-type': type } });
  stream.end(text);
  return stream as unknown as IncomingMessage;
};

describe('the fields of a form', () => {
  it('are those of its encoding, of a repeated one the first', () => {
    expect(fieldsOf('email=a%40b.ge&email=x&rhythm=daily&q=%E1%83%90+b')).toEqual({
      email: 'a@b.ge',
      rhythm: 'daily',
      q: 'ა b',
    });
  });

  it('are data only: none of them is a property of all objects', () => {
    const fields = fieldsOf('__proto__=x&constructor=y&toString=z');
    expect(Object.keys(fields)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('are read from a request of that type only, and up to a length', async () => {
    expect(await readFields(request('a=1'))).toEqual({ a: '1' });
    expect(await readFields(request('{"a":1}', 'application/json'))).toEqual({});
    expect(await readFields(request(`a=${'x'.repeat(9000)}`))).toBeNull();
  });
});
