import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Actor } from '../../workflow/actor';
import type { SourceFile } from '../source/source';

/** Files nobody has asked for this long are removed. */
const KEPT_MS = 2 * 60 * 60 * 1000;
const MAX_UPLOADS = 50;

export interface Upload {
  readonly id: string;
  /** Whose it is: kind and id of the actor. */
  readonly owner: string;
  readonly files: readonly SourceFile[];
}

/** Whose uploads somebody's are. */
export const ownerOf = ({ kind, id }: Actor): string => `${kind} ${id}`;

interface KeptUpload extends Upload {
  readonly folder: string;
  seen: number;
}

/** Files that were uploaded to be imported, in a folder of this process only its user can read. */
export class Uploads {
  private readonly kept = new Map<string, KeptUpload>();

  /** Copies the files of a request, which the server removes when it has answered. */
  async keep(owner: string, files: readonly SourceFile[]): Promise<Upload> {
    await this.removeOld();
    const folder = await mkdtemp(path.join(tmpdir(), 'accountability-import-'));
    const copies: SourceFile[] = [];
    try {
      for (const [index, { path: from, name }] of files.entries()) {
        // The name a file was sent with is for messages; it never becomes a path.
        const to = path.join(folder, String(index));
        await copyFile(from, to);
        copies.push({ path: to, name });
      }
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    const upload = { id: randomUUID(), owner, files: copies, folder, seen: Date.now() };
    this.kept.set(upload.id, upload);
    return upload;
  }

  find(owner: string, id: string): Upload | null {
    const upload = this.kept.get(id);
    if (!upload || upload.owner !== owner) return null;
    upload.seen = Date.now();
    return upload;
  }

  async remove(id: string): Promise<void> {
    const upload = this.kept.get(id);
    this.kept.delete(id);
    if (upload) await rm(upload.folder, { recursive: true, force: true });
  }

  async removeAll(): Promise<void> {
    for (const id of [...this.kept.keys()]) await this.remove(id);
  }

  private async removeOld(): Promise<void> {
    const bySeen = [...this.kept.values()].sort((one, other) => one.seen - other.seen);
    const tooMany = Math.max(0, bySeen.length - MAX_UPLOADS + 1);
    for (const [index, { id, seen }] of bySeen.entries()) {
      if (index < tooMany || Date.now() - seen > KEPT_MS) await this.remove(id);
    }
  }
}

const known = new WeakMap<Core.Strapi, Uploads>();

export function uploadsOf(strapi: Core.Strapi): Uploads {
  let uploads = known.get(strapi);
  if (!uploads) {
    uploads = new Uploads();
    known.set(strapi, uploads);
  }
  return uploads;
}
