import { addressKey, networkOf } from './address-key';

describe('the key of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1::9', '2001:db8:0:1::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('takes %s for %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is the same all day, and another one the next day, for another network and on another site', () => {
    const noon = new Date('2026-03-01T12:00:00Z');
    const key = addressKey('secret', '203.0.113.7', noon);
    expect(addressKey('secret', '203.0.113.7', new Date('2026-03-01T23:59:59Z'))).toBe(key);
    const others = [
      addressKey('secret', '203.0.113.7', new Date('2026-03-02T00:00:00Z')),
      addressKey('secret', '203.0.113.8', noon),
      addressKey('other', '203.0.113.7', noon),
    ];
    expect(new Set([key, ...others]).size).toBe(4);
    expect(key).not.toContain('203');
  });
});
