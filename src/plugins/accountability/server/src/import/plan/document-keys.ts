import type { Core } from '@strapi/strapi';
import { existingKeys, type DocumentsByKey } from './existing-keys';
import { joinKey } from './key-text';

/** What a key leads to. */
export type KeyFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly documentId: string; readonly isNew: boolean }
  | { readonly kind: 'several'; readonly documentIds: readonly string[] };

const NONE: KeyFinding = { kind: 'none' };

/** Documents by their keys: those of the database, read once per key, and those the import makes. */
export class DocumentKeys {
  /** By content type and key. */
  private readonly existing = new Map<string, Map<string, DocumentsByKey>>();
  private readonly made = new Map<string, Map<string, Map<string, string | Set<string>>>>();
  /** What other sites call documents of this one: documentIds by content type. */
  private readonly foreign = new Map<string, Map<string, string>>();

  constructor(private readonly strapi: Core.Strapi) {}

  /** Reads a key of the documents there are, if it has not been read before. */
  async load(contentType: string, key: readonly string[]): Promise<void> {
    const name = nameOf(key);
    const known = this.existing.get(contentType) ?? new Map<string, DocumentsByKey>();
    this.existing.set(contentType, known);
    if (!known.has(name)) known.set(name, await existingKeys(this.strapi, contentType, key));
  }

  /** @param key attributes of the content type, loaded before @param values their values, in the same order */
  find(contentType: string, key: readonly string[], values: readonly string[]): KeyFinding {
    const name = nameOf(key);
    const existing = this.existing.get(contentType)?.get(name);
    if (!existing) throw new Error(`The key "${name}" of ${contentType} has not been loaded`);
    const text = joinKey(values);
    const there = existing.get(text);
    const made = this.made.get(contentType)?.get(name)?.get(text);
    // Most often a document there is, and that no other has the key of.
    if (typeof there === 'string' && made === undefined) {
      return { kind: 'one', documentId: there, isNew: false };
    }
    if (there === undefined) {
      if (typeof made === 'string') return { kind: 'one', documentId: made, isNew: true };
      if (made) return { kind: 'several', documentIds: [...made] };
      const isId = key.length === 1 && key[0] === 'documentId';
      const own = isId ? this.foreign.get(contentType)?.get(values[0] as string) : undefined;
      return own === undefined ? NONE : { kind: 'one', documentId: own, isNew: false };
    }
    const documentIds = new Set([...listOf(there), ...listOf(made)]);
    const [documentId] = documentIds;
    return documentIds.size > 1
      ? { kind: 'several', documentIds: [...documentIds] }
      : { kind: 'one', documentId: documentId as string, isNew: documentId === made };
  }

  /** What the file calls `foreignId` is a document that is known by another key. */
  addForeign(contentType: string, foreignId: string, documentId: string): void {
    const known = this.foreign.get(contentType) ?? new Map<string, string>();
    this.foreign.set(contentType, known.set(foreignId, documentId));
  }

  /** Makes a new document of the import findable. */
  add(contentType: string, key: readonly string[], values: readonly string[], documentId: string): void {
    const name = nameOf(key);
    const ofType = this.made.get(contentType) ?? new Map<string, Map<string, string | Set<string>>>();
    const made = ofType.get(name) ?? new Map<string, string | Set<string>>();
    const text = joinKey(values);
    const known = made.get(text);
    if (known === undefined) made.set(text, documentId);
    else if (typeof known !== 'string') known.add(documentId);
    else if (known !== documentId) made.set(text, new Set([known, documentId]));
    this.made.set(contentType, ofType.set(name, made));
  }
}

const listOf = (ids: string | Iterable<string> | undefined): Iterable<string> =>
  typeof ids === 'string' ? [ids] : (ids ?? []);

const nameOf = (key: readonly string[]): string => (key.length === 1 ? (key[0] as string) : key.join(' '));
