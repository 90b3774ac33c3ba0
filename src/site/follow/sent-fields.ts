import type { IncomingMessage } from 'node:http';

/** The most bytes of a form: an address, two codes, and their names. */
const MAX_BYTES = 8 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** Fields of a form by name; of a repeated one the first. */
export type Fields = Readonly<Record<string, string>>;

/** Fields of an encoded form. Pure. */
export function fieldsOf(text: string): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) if (!fields.has(name)) fields.set(name, value);
  return Object.fromEntries(fields);
}

/**
 * Reads the form of a request.
 * @returns its fields; none for a body of another type; null for one that is too long, the rest of which is not read
 * @throws Error where the client disconnects
 */
export async function readFields(request: IncomingMessage): Promise<Fields | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES) return null;
    parts.push(part);
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === FORM ? fieldsOf(Buffer.concat(parts).toString('utf8')) : {};
}
