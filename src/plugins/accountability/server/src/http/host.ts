import { isIP } from 'node:net';

const MAX_NAME_LENGTH = 253;
/** host [":" port] of RFC 3986, with the characters of host names (RFC 1123) and underscores. */
const HOST_AND_PORT = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{0,5}))?$/i;

/** Whether a text is a host with or without a port, as the header `Host` has it. */
export function isHost(text: string): boolean {
  const [, address, name = '', port = ''] = HOST_AND_PORT.exec(text) ?? [];
  if (address === undefined && (name === '' || name.length > MAX_NAME_LENGTH)) return false;
  return (address === undefined || isIP(address) === 6) && Number(port) <= 65_535;
}

/** Values of HOST that name no host: the server listens on every address of the machine. */
const EVERY_ADDRESS = ['', '0.0.0.0', '::', '[::]'];

/** The origin of an application whose HOST names a host; null where it listens on all addresses. */
export function ownOrigin(host: string, port: number): string | null {
  if (EVERY_ADDRESS.includes(host)) return null;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}${port === 80 ? '' : `:${port}`}`;
}
