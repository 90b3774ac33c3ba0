import type { Core } from '@strapi/strapi';
import { isLocalizedModel, type Model, type ModelLookup } from '../../datasets/content-model';
import { workflowConfig } from '../../workflow/registry';
import type { DocumentTable } from '../mapping/declaration';
import type { ImportProblem, SourcePlace } from '../problem';
import { withDefaults, withoutEmpty } from './document-defaults';
import { isDocumentId, newDocumentId } from './document-id';
import type { DocumentKeys, KeyFinding } from './document-keys';
import type { ImportDocument } from './import-document';
import { keyColumn } from './key-column';
import { shownKey } from './key-text';
import { keyAsGiven, keyValues } from './key-values';
import { isSameSet } from './same-set';
import type { PlanSettings } from './plan-settings';
import type { Candidate, Resolved } from './planned-document';
import type { ProblemList } from './problem-list';
import { referencesOf } from './references';
import { ofAttributes, problemAt } from './row-problems';
import type { RowReader } from './row-reader';
import { emptyReading, type RowReading } from './row-reading';
import type { SideTables } from './side-tables';

interface ResolverContext {
  readonly strapi: Core.Strapi;
  readonly settings: PlanSettings;
  readonly models: ModelLookup;
  readonly keys: DocumentKeys;
  readonly side: SideTables;
  readonly problems: ProblemList;
  /** New documents that are not written: nothing can lead to them. */
  readonly refused: Set<string>;
}

const isIdKey = (key: readonly string[] | undefined): boolean => key?.length === 1 && key[0] === 'documentId';

/** Finds the documents that rows are about, and those they lead to. */
export class RowResolver {
  /** Places by documentId, of documents this run has seen. */
  private readonly seen = new Map<string, SourcePlace>();
  private readonly strapi: Core.Strapi;
  private readonly settings: PlanSettings;
  private readonly models: ModelLookup;
  private readonly keys: DocumentKeys;
  private readonly side: SideTables;
  private readonly problems: ProblemList;
  private readonly refused: Set<string>;
  /** Tables of which all keys have been read. */
  private readonly keyed = new Set<DocumentTable>();

  constructor({ strapi, settings, models, keys, side, problems, refused }: ResolverContext) {
    this.strapi = strapi;
    this.settings = settings;
    this.models = models;
    this.keys = keys;
    this.side = side;
    this.problems = problems;
    this.refused = refused;
  }

  /** Reads the keys that every row of a table needs: the id of its documents, and what its columns lead to. */
  async loadKeys(contentType: string, { keys }: DocumentTable, reader: RowReader): Promise<void> {
    if (isIdKey(keys[0])) await this.keys.load(contentType, keys[0]!);
    for (const { contentType: target, by } of reader.references) {
      for (const name of by) await this.keys.load(target, name.split(':'));
    }
  }

  /** Reads the other keys of tables, once there is a row whose document is not found by its id. */
  async loadFurtherKeys(contentType: string, batch: readonly Candidate[]): Promise<void> {
    for (const candidate of batch) {
      const { table } = candidate;
      if (this.keyed.has(table) || this.byOwnId(contentType, candidate) !== null) continue;
      for (const key of table.keys) await this.keys.load(contentType, key);
      this.keyed.add(table);
    }
  }

  /** The document there is that has the id of the row; null where other keys may have to be asked. */
  private byOwnId(contentType: string, { table, reading }: Candidate): string | null {
    const { documentId } = reading;
    if (documentId === null || !isIdKey(table.keys[0])) return null;
    const found = this.keys.find(contentType, table.keys[0]!, [documentId]);
    return found.kind === 'one' && !found.isNew && found.documentId === documentId ? documentId : null;
  }

  private add(problem: ImportProblem): void {
    this.problems.add(problem);
  }

  /** Finds what a row is about and leads to. @returns null where it cannot be, `repeated` for an item that came before */
  resolve(contentType: string, candidate: Candidate): Resolved | 'repeated' | null {
    const { reading, table } = candidate;
    const before = this.problems.errors;
    reading.problems.forEach((problem) => this.add(ofAttributes(contentType, problem)));
    const { keys, seen, refused } = this;
    const add = (problem: ImportProblem) => this.add(problem);
    const relations = referencesOf({ keys, seen, refused, add }, contentType, reading);
    if (reading.documentId !== null && !isDocumentId(reading.documentId)) {
      const column = candidate.reader.headerOf('documentId', null);
      this.add(problemAt(reading, column, 'document-id-form', { value: reading.documentId.slice(0, 200) }));
    }
    const isFaulty = this.problems.errors > before;
    const found = this.identify(contentType, candidate, relations, isFaulty);
    if (!found) return null;
    const { documentId, isNew, key } = found;
    if (isFaulty) {
      // Rows that lead to it are reported by what is wrong with it.
      if (isNew) this.refused.add(documentId);
      return null;
    }
    const earlier = this.seen.get(documentId);
    if (earlier) {
      if (table.each || table.repeats) return 'repeated';
      this.add(problemAt(reading, null, 'key-twice', { key, file: earlier.file, row: earlier.row ?? 0 }));
      return null;
    }
    this.seen.set(documentId, reading.place);
    const model = this.models(contentType) as Model;
    const isKept = table.onlyNew === true && !isNew;
    const said = isKept ? emptyReading(reading.place) : reading;
    const wanted: ImportDocument = {
      contentType,
      documentId,
      isNew,
      place: reading.place,
      shared: isNew ? withDefaults(model, said.shared) : said.shared,
      localized: isLocalizedModel(model) ? withoutEmpty(said.localized) : {},
      relations: isKept ? {} : this.withLinks(contentType, reading, relations, documentId),
      states: [],
      updatedAt: isNew ? reading.updatedAt : null,
    };
    return { candidate: { ...candidate, reading: said }, key, wanted };
  }

  /** A row's own columns give the order of its links; tables of links stand in for columns that are not there. */
  private withLinks(
    contentType: string,
    reading: RowReading,
    own: Readonly<Record<string, readonly string[]>>,
    documentId: string,
  ): Record<string, readonly string[]> {
    const relations: Record<string, readonly string[]> = { ...own };
    for (const [relation, ids] of Object.entries(this.side.linksOf(contentType, documentId, reading))) {
      const columns = relations[relation];
      if (columns === undefined) relations[relation] = ids;
      else if (!isSameSet(columns, ids)) {
        this.add(
          ofAttributes(contentType, problemAt(reading, null, 'links-differ', { attribute: relation })),
        );
      }
    }
    return relations;
  }

  private identify(
    contentType: string,
    candidate: Candidate,
    relations: Readonly<Record<string, readonly string[]>>,
    isFaulty: boolean,
  ): { documentId: string; isNew: boolean; key: string } | null {
    const ownId = this.byOwnId(contentType, candidate);
    if (ownId !== null) return { documentId: ownId, isNew: false, key: ownId };
    const { reading, table, reader } = candidate;
    const given: { key: readonly string[]; values: readonly string[] }[] = [];
    // Rows with ids of their own are different documents although they share another key, such as a code.
    const areOthers = (ids: readonly string[]): boolean =>
      reading.documentId !== null && ids.every((id) => id !== reading.documentId && this.seen.has(id));
    for (const key of table.keys) {
      for (const values of keyValues(this.models, contentType, key, reading, relations))
        given.push({ key, values });
    }
    for (const key of table.keys) {
      const ids = new Map<string, { isNew: boolean; values: readonly string[] }>();
      // A key with a list has several values: all of them have to mean one document.
      for (const { values } of given.filter((one) => one.key === key)) {
        const found: KeyFinding = this.keys.find(contentType, key, values);
        if (found.kind === 'one') ids.set(found.documentId, { isNew: found.isNew, values });
        if (found.kind === 'several')
          found.documentIds.forEach((id) => ids.set(id, { isNew: false, values }));
      }
      const [first] = ids;
      if (!first || areOthers([...ids.keys()])) continue;
      const [documentId, { isNew, values }] = first;
      if (ids.size > 1) {
        if (isFaulty) return null;
        const documents = [...ids.keys()];
        this.add(problemAt(reading, null, 'key-ambiguous', { key: shownKey(values), documents }));
        return null;
      }
      this.remember(contentType, reading, given, documentId, isNew);
      if (reading.documentId !== null && reading.documentId !== documentId)
        this.keys.addForeign(contentType, reading.documentId, documentId);
      return { documentId, isNew, key: this.shownKey(contentType, [key], reading) || shownKey(values) };
    }
    if (given.length === 0) {
      if (isFaulty) return null;
      const keys = table.keys.map((key) => key.join(' + '));
      const languages = [this.settings.locale, ...workflowConfig(this.strapi).languages];
      const column = keyColumn(this.models, table, reader, reading, relations, languages);
      this.add(ofAttributes(contentType, problemAt(reading, column, 'key-missing', { keys })));
      return null;
    }
    const documentId = reading.documentId ?? newDocumentId();
    this.remember(contentType, reading, given, documentId, true);
    return { documentId, isNew: true, key: this.shownKey(contentType, table.keys, reading) };
  }

  /** A key of a row for people. */
  shownKey(contentType: string, keys: readonly (readonly string[])[], reading: RowReading): string {
    return keyAsGiven(this.models, contentType, keys, reading);
  }

  /** Makes a document findable by its keys, and by whatever other documents refer to it. */
  private remember(
    contentType: string,
    reading: RowReading,
    given: readonly { key: readonly string[]; values: readonly string[] }[],
    documentId: string,
    isNew: boolean,
  ): void {
    if (!isNew) return;
    for (const { key, values } of given) this.keys.add(contentType, key, values, documentId);
    this.keys.add(contentType, ['documentId'], [documentId], documentId);
    for (const by of this.side.referredBy(contentType)) {
      const key = by.split(':');
      for (const values of keyValues(this.models, contentType, key, reading, {})) {
        this.keys.add(contentType, key, values, documentId);
      }
    }
  }
}
