import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Coding } from 'strapi-plugin-accountability/server';
import { packText } from './packing';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  webp: 'image/webp',
};
/** Prefix of a file: styles shared by the pages and the card are in one file. */
const HEADS: Readonly<Record<string, string>> = { 'site.css': 'shared.css', 'card.css': 'shared.css' };
/** All files of the site: no other is served. */
const FILES = [
  'site.css',
  'card.css',
  'site.js',
  'share.js',
  'comments.js',
  'form-proof.js',
  'post-form.js',
  'proof-of-work.js',
  'recover.js',
  'icon.svg',
];

export interface Asset {
  readonly text: string | Buffer;
  readonly type: string;
  /** Of its content. */
  readonly version: string;
}

/** What an installation's settings add to the files. */
export interface OwnAssets {
  /** Rules at the end of every style sheet. */
  readonly styles: string;
  /** Path of the publisher's emblem; undefined without one. */
  readonly emblem: string | undefined;
}

/** The site's styles, scripts and emblem, loaded once. */
export class Assets {
  private readonly known = new Map<string, Asset>();
  private readonly packings = new Map<string, Promise<Buffer>>();

  /** Name of the emblem among the files; null without one. */
  readonly emblem: string | null;

  /** @param folder with the files */
  constructor(
    private readonly folder: string,
    private readonly own: OwnAssets = { styles: '', emblem: undefined },
  ) {
    this.emblem = own.emblem ? `emblem${path.extname(own.emblem).toLowerCase()}` : null;
  }

  /** A file by name; undefined for one the site does not have. @throws Error of the file system */
  get(name: string): Asset | undefined {
    if (!this.names.includes(name)) return undefined;
    let asset = this.known.get(name);
    if (!asset) {
      const text = this.read(name);
      const version = createHash('sha256').update(text).digest('base64url').slice(0, 10);
      asset = { text, version, type: TYPES[path.extname(name).slice(1)] as string };
      this.known.set(name, asset);
    }
    return asset;
  }

  private get names(): readonly string[] {
    return this.emblem === null ? FILES : [...FILES, this.emblem];
  }

  private read(name: string): string | Buffer {
    if (name === this.emblem) return readFileSync(this.own.emblem as string);
    const files = [HEADS[name], name].filter((file) => file !== undefined);
    const texts = files.map((file) => readFileSync(path.join(this.folder, file), 'utf8'));
    return [...texts, name.endsWith('.css') ? this.own.styles : ''].filter(Boolean).join('\n');
  }

  /** A file as a response, compressed once. */
  packed(name: string, { text }: Asset, coding: Coding): Promise<Buffer> {
    const key = `${coding} ${name}`;
    let packing = this.packings.get(key);
    if (!packing) {
      packing = packText(text, coding);
      this.packings.set(key, packing);
    }
    return packing;
  }

  /** Address of a file, different for each content. */
  readonly address = (name: string): string => `/site/${name}?v=${this.get(name)?.version ?? ''}`;

  /** Input of the pages' entity tags beside their data. */
  get mark(): string {
    return this.names.map((name) => this.get(name)?.version).join();
  }
}
