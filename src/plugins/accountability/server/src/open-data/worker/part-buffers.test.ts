import { fillBuffer } from './part-buffers';

describe('fillBuffer', () => {
  it.each(['', 'plain', 'ქართული, “quotes” 😀', 'ა'.repeat(1000)])('writes %j as UTF-8', (text) => {
    for (const size of [0, 10, 10_000]) {
      expect(Buffer.from(fillBuffer(new ArrayBuffer(size), text)).toString('utf8')).toBe(text);
    }
  });

  it('copies bytes', () => {
    expect([...fillBuffer(new ArrayBuffer(1), Uint8Array.of(1, 2, 3))]).toEqual([1, 2, 3]);
  });

  it('uses the buffer it is given where the part fits, and a new one only where it does not', () => {
    const buffer = new ArrayBuffer(9);
    expect(fillBuffer(buffer, 'აბგ').buffer).toBe(buffer);
    expect(fillBuffer(buffer, 'აბგდ').buffer).not.toBe(buffer);
  });
});
