import type { Writable } from 'node:stream';
import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { importFormPaths, isAtOrBelow, withoutEndSlash } from 'strapi-plugin-accountability/server';
import type { BodyFault } from './body-fault';

/** Per request; the panel sends each file separately. */
const MAX_FILES = 100;
/** Maximum size of a form besides its files. */
export const MAX_FIELD_BYTES = 1024 * 1024;

/** A form being parsed, and a file in it: Formidable's, whose types koa-body lacks. */
interface Form {
  readonly openedFiles: readonly unknown[];
  readonly error: unknown;
}
interface FormFile {
  readonly filepath: string;
  readonly _writeStream?: Writable;
  emit(event: 'error', error: Error): void;
  open(): void;
  write(buffer: Buffer, done: () => void): void;
  end(done: () => void): void;
  destroy(): void;
}

/** Aborts the parsing of a form with too many files. */
export class TooManyFiles extends Error {}

/** Prevents a file of a refused form from being written to disk. */
function keepOffDisk(file: FormFile): void {
  file.open = file.destroy = () => undefined;
  file.write = (_buffer, done) => done();
  file.end = (done) => done();
}

/** Removes a file of a refused form once it is closed: before it is opened there is none to remove. */
function removeWhenClosed(file: FormFile): void {
  const destroy = file.destroy.bind(file);
  file.destroy = () => {
    file._writeStream?.once('close', () => void rm(file.filepath, { force: true }).catch(() => undefined));
    destroy();
  };
}

/** Index of each file in its form, by the order of its start. */
const places = new WeakMap<object, number>();

/**
 * Files in the order in which they were sent: Formidable returns them in the order in which they were written to
 * disk.
 */
export const inSendingOrder = <File extends object>(files: readonly File[]): File[] =>
  [...files].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));

/**
 * Parser options of forms with files: limits of the total bytes, counted while received, and of files.
 * @param most bytes of a whole form
 */
export const formOptions = (most: number) => ({
  maxFileSize: most,
  maxFields: 100,
  maxFieldsSize: MAX_FIELD_BYTES,
  onFileBegin(this: Form, _name: string, file: FormFile): void {
    places.set(file, this.openedFiles.length);
    const isFull = this.openedFiles.length >= MAX_FILES;
    // The rest of a received chunk is parsed to its end, refused or not.
    if (isFull || this.error) keepOffDisk(file);
    else removeWhenClosed(file);
    if (isFull && !this.error) file.emit('error', new TooManyFiles());
  },
});

/** The fault of too many files. */
export const tooManyFiles: BodyFault = { status: 413, code: 'TOO_MANY_FILES', most: MAX_FILES };

/**
 * Faults of a form with files before it is parsed: its route accepts none, or its Content-Length is too large.
 * @param most bytes of a whole form
 */
export function formFault(strapi: Core.Strapi, most: number) {
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  const uploads = ['/upload', `${api}/upload`];
  // The logos of the panel.
  const exact = new Set(['/admin/project-settings', ...importFormPaths(api)]);
  const isTaken = (path: string): boolean =>
    exact.has(withoutEndSlash(path)) || uploads.some((base) => isAtOrBelow(path, base));

  return (ctx: Context): BodyFault | null => {
    if (!ctx.is('multipart')) return null;
    if (!isTaken(ctx.path)) return { status: 415, code: 'MULTIPART_NOT_HERE', place: uploads.join(', ') };
    return (ctx.request.length ?? 0) > most ? { status: 413, code: 'FILES_TOO_LARGE', most } : null;
  };
}
