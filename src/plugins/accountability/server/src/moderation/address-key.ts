import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** The network of an address: an IPv4 address, or the /64 within which an IPv6 user may choose addresses. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [withoutZone = ''] = address.toLowerCase().split('%', 1);
  const [before = '', after] = withoutZone.split('::') as [string, string?];
  const head = before ? before.split(':') : [];
  const tail = after ? after.split(':') : [];
  const zeros =
    after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const groups = [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * A keyed hash that replaces an address in rate limits. It cannot be reversed without the site's secret, and
 * changes each day (UTC): nobody can be tracked from one day to the next.
 */
export const addressKey = (secret: string, address: string, now = new Date()): string =>
  createHmac('sha256', `${secret}:${now.toISOString().slice(0, 10)}`)
    .update(networkOf(address))
    .digest('base64url');
