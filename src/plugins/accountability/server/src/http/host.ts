import { isIP } from 'node:net';

const LONGEST_NAME = 253;
/** host [":" port] of RFC 3986, its name of the letters that host names have (RFC 1123) and underscores. */
const HOST_AND_PORT = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{0,5}))?$/i;

/** Whether a text is a host with or without a port, as the header `Host` has it. */
export function isHost(text: string): boolean {
  const [, address, name = '', port = ''] = HOST_AND_PORT.exec(text) ?? [];
  if (address === undefined && (name === '' || name.length > LONGEST_NAME)) return false;
  return (address === undefined || isIP(address) === 6) && Number(port) <= 65_535;
}

/** What a server may be told to listen on that names no host: every address the machine has. */
const EVERY_ADDRESS = ['', '0.0.0.0', '::', '[::]'];

/** Where an application is reached that was told which host it is; null where it listens on all of the machine's. */
export function ownOrigin(host: string, port: number): string | null {
  if (EVERY_ADDRESS.includes(host)) return null;
  return `http://${isIP(host) === 6 ? `[${host}]` : host}${port === 80 ? '' : `:${port}`}`;
}
