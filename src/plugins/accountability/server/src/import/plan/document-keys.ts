import type { Core } from '@strapi/strapi';
import { existingKeys } from './existing-keys';
import { joinKey } from './key-text';

/** What a key leads to. */
export type KeyFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly documentId: string; readonly isNew: boolean }
  | { readonly kind: 'several'; readonly documentIds: readonly string[] };

const NONE: KeyFinding = { kind: 'none' };

/** Documents by their keys: those of the database, read once per key, and those the import makes. */
export class DocumentKeys {
  private readonly existing = new Map<string, Promise<Map<string, Set<string>>>>();
  private readonly made = new Map<string, Map<string, string>>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** @param key attributes of the content type @param values their values, in the same order */
  async find(contentType: string, key: readonly string[], values: readonly string[]): Promise<KeyFinding> {
    const place = placeOf(contentType, key);
    const text = joinKey(values);
    let loading = this.existing.get(place);
    if (!loading) {
      loading = existingKeys(this.strapi, contentType, key);
      this.existing.set(place, loading);
    }
    const documents = new Set((await loading).get(text) ?? []);
    const made = this.made.get(place)?.get(text);
    if (made) documents.add(made);
    if (documents.size === 0) return NONE;
    const [documentId] = documents as Set<string> & Iterable<string>;
    if (documents.size > 1) return { kind: 'several', documentIds: [...documents] };
    return { kind: 'one', documentId: documentId as string, isNew: documentId === made };
  }

  /** Makes a new document of the import findable. */
  add(contentType: string, key: readonly string[], values: readonly string[], documentId: string): void {
    const place = placeOf(contentType, key);
    const made = this.made.get(place) ?? new Map<string, string>();
    this.made.set(place, made.set(joinKey(values), documentId));
  }
}

const placeOf = (contentType: string, key: readonly string[]): string => `${contentType} ${key.join(' ')}`;
