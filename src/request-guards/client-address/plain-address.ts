import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/** An address with a port as proxies write it: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/;
const MAPPED = /^::ffff:([\d.]+)$/;

/**
 * The canonical form of an IP address: without port, brackets, zone and quotes, lower case, compressed, and IPv4
 * instead of IPv4-mapped IPv6. Null for an invalid address. Pure.
 */
export function plainAddress(text: string): string | null {
  const unquoted = text.trim().replace(/^"(.*)"$/, '$1');
  const [, inBrackets, beforePort] = WITH_PORT.exec(unquoted) ?? [];
  const address = (inBrackets ?? beforePort ?? unquoted).replace(/%[\w.-]*$/, '');
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return null;
  const short = new SocketAddress({ address, family: 'ipv6' }).address;
  return MAPPED.exec(short)?.[1] ?? short;
}
