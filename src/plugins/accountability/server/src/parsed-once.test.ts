import { parsedOnce } from './parsed-once';

describe('a reading that is done once', () => {
  it('is shared by all who ask for the same configuration, and created again for another', () => {
    const parse = jest.fn((config: unknown) => ({ of: config }));
    const parsed = parsedOnce(parse);
    const [one, other] = [{ name: 'a' }, { name: 'a' }];
    expect(parsed(one)).toBe(parsed(one));
    expect(parsed(other)).not.toBe(parsed(one));
    expect(parse).toHaveBeenCalledTimes(2);
  });

  it('throws each time', () => {
    const parsed = parsedOnce((): number => {
      throw new Error('wrong');
    });
    const config = {};
    expect(() => parsed(config)).toThrow('wrong');
    expect(() => parsed(config)).toThrow('wrong');
  });
});
