import type { Core } from '@strapi/strapi';
import { isLocalizedModel, type Model, type ModelLookup } from '../../datasets/content-model';
import { modelOf } from '../../datasets/settings';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import { isDocumentTable, type DocumentTable } from '../mapping/declaration';
import { sourceTablesFor } from '../mapping/source-tables';
import type { ImportProblem, SourcePlace } from '../problem';
import type { SourceTable } from '../source/source';
import { schemaProblems } from './check-document';
import { compare, type Difference } from './compare';
import { isDocumentId, newDocumentId } from './document-id';
import { DocumentKeys, type KeyFinding } from './document-keys';
import { existingDocuments, type ExistingDocument } from './existing-documents';
import { existingStates, type ExistingState } from './existing-states';
import type { AttributeValue, ImportDocument, ImportedState } from './import-document';
import { shownKey } from './key-text';
import { newStates } from './new-states';
import { keyValues } from './key-values';
import { lostFiles } from './lost-files';
import type { PlanSettings } from './plan-settings';
import { ProblemList } from './problem-list';
import type { RuledDocument, RuleProblem } from './rules';
import { rowReader, type RowReader } from './row-reader';
import { emptyReading, type Reference, type RowReading } from './row-reading';
import { SideTables } from './side-tables';
import { typesInOrder } from './table-order';

export type Verdict = 'created' | 'changed' | 'unchanged' | 'refused';

export interface PlannedDocument {
  readonly verdict: Verdict;
  readonly place: SourcePlace;
  readonly contentType: string;
  /** What identifies it in the source, for people. */
  readonly key: string;
  /** To be written: what differs. Null where nothing is. */
  readonly document: ImportDocument | null;
  readonly differences: readonly Difference[];
}

/** Documents looked up and compared in one go. */
const AT_ONCE = 200;

/** A row with the table it was read by. */
interface Candidate {
  readonly reading: RowReading;
  readonly table: DocumentTable;
  readonly reader: RowReader;
}

interface Resolved {
  readonly candidate: Candidate;
  readonly key: string;
  readonly wanted: ImportDocument;
}

/**
 * Works out what an import would do: which documents it makes and changes, and all that is wrong with it. Nothing is
 * written. It can run twice: the second time with the ids given in the first.
 */
export class Planner {
  readonly problems = new ProblemList();
  /** Places by documentId, of documents this run has met. */
  private readonly met = new Map<string, SourcePlace>();
  private readonly models: ModelLookup;
  private readonly side: SideTables;
  private readonly usedTables = new Set<SourceTable>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly settings: PlanSettings,
    private readonly keys = new DocumentKeys(strapi),
    /** New documents that are not written: nothing can lead to them. */
    private readonly refused = new Set<string>(),
  ) {
    this.models = (uid) => modelOf(strapi, uid);
    this.side = new SideTables(strapi, settings, this.keys, (problem) => this.problems.add(problem));
  }

  /** The same import once more, with the documents of this run known: what was made has the same ids. */
  again(settings: PlanSettings): Planner {
    return new Planner(this.strapi, settings, this.keys, this.refused);
  }

  /** Documents in the order in which they can be written, in batches of one content type. */
  async *documents(): AsyncGenerator<readonly PlannedDocument[]> {
    const types = typesInOrder(this.models, this.settings.mapping);
    // Checked when the application starts.
    if (typeof types === 'string') throw new Error(`Types lead to each other: ${types}`);
    for (const contentType of types) {
      await this.side.load(contentType, this.usedTables);
      let batch: Candidate[] = [];
      for await (const candidate of this.candidates(contentType)) {
        batch.push(candidate);
        if (batch.length === AT_ONCE) {
          yield await this.plan(contentType, batch);
          batch = [];
        }
      }
      if (batch.length > 0) yield await this.plan(contentType, batch);
      const left = await this.plan(contentType, await this.side.unmet(contentType));
      if (left.length > 0) yield left;
    }
    this.reportUnusedTables();
  }

  private async *candidates(contentType: string): AsyncGenerator<Candidate> {
    for (const table of this.settings.mapping.tables) {
      if (!isDocumentTable(table) || table.contentType !== contentType) continue;
      for (const { source, table: sourceTable } of sourceTablesFor(this.settings.sources, table)) {
        this.useTable(sourceTable);
        const reader = rowReader(this.models, table, sourceTable, {
          file: source.file,
          format: source.format,
          locale: this.settings.locale,
          languages: workflowConfig(this.strapi).languages,
        });
        for await (const row of sourceTable.rows()) {
          for (const reading of reader.read(row)) yield { reading, table, reader };
        }
      }
    }
  }

  private useTable(table: SourceTable): void {
    if (this.usedTables.has(table)) return;
    this.usedTables.add(table);
    table.problems.forEach((problem) => this.problems.add(problem));
  }

  private reportUnusedTables(): void {
    for (const source of this.settings.sources) {
      for (const table of source.tables) {
        if (this.usedTables.has(table)) continue;
        const isWhole = source.tables.length === 1;
        const place = { file: source.file, table: table.name, row: table.headerRow, column: null };
        // A sheet of notes beside the data is no mistake, a file nobody reads is one.
        this.problems.add({ severity: isWhole ? 'error' : 'warning', code: 'table-not-mapped', place });
      }
    }
  }

  private async plan(contentType: string, batch: readonly Candidate[]): Promise<PlannedDocument[]> {
    const resolved: Resolved[] = [];
    const refused: PlannedDocument[] = [];
    for (const candidate of batch) {
      const one = await this.resolve(contentType, candidate);
      if (one === 'repeated') continue;
      if (one) resolved.push(one);
      else refused.push(this.refusal(contentType, candidate, ''));
    }
    const ids = resolved.filter(({ wanted }) => !wanted.isNew).map(({ wanted }) => wanted.documentId);
    const attributes = new Set([
      ...batch.flatMap(({ reader }) => [...reader.attributes]),
      ...this.side.relationsOf(contentType),
      ...(this.settings.rules.needs?.[contentType] ?? []),
    ]);
    const existing = await existingDocuments(this.strapi, contentType, attributes, ids);
    const states = await existingStates(this.strapi, contentType, ids);
    const planned = resolved.map((one) =>
      this.judge(one, existing.get(one.wanted.documentId) ?? null, states.get(one.wanted.documentId)),
    );
    for (const [index, { candidate, key }] of resolved.entries()) {
      if (await this.losesFiles(planned[index] as PlannedDocument, candidate)) {
        planned[index] = this.refusal(contentType, candidate, key);
      }
    }
    return [...refused, ...planned];
  }

  private async losesFiles({ verdict, document }: PlannedDocument, candidate: Candidate): Promise<boolean> {
    if (verdict !== 'changed' || !document) return false;
    const lost = await lostFiles(this.strapi, document);
    for (const attribute of lost) {
      const column = candidate.reader.headerOf(attribute, null);
      this.add(problemAt(candidate.reading, column, 'component-has-file', { attribute }));
    }
    return lost.length > 0;
  }

  private refusal(contentType: string, { reading }: Candidate, key: string): PlannedDocument {
    return { verdict: 'refused', place: reading.place, contentType, key, document: null, differences: [] };
  }

  private add(problem: ImportProblem): void {
    this.problems.add(problem);
  }

  /** Finds what a row is about and leads to. @returns null where it cannot be, `repeated` for an item that came before */
  private async resolve(contentType: string, candidate: Candidate): Promise<Resolved | 'repeated' | null> {
    const { reading, table } = candidate;
    const before = this.problems.errors;
    reading.problems.forEach((problem) => this.add(problem));
    const relations = await this.references(contentType, reading);
    if (reading.documentId !== null && !isDocumentId(reading.documentId)) {
      this.add(problemAt(reading, null, 'document-id-form', { value: reading.documentId.slice(0, 200) }));
    }
    const isFaulty = this.problems.errors > before;
    const found = await this.identify(contentType, candidate, relations, isFaulty);
    if (!found) return null;
    const { documentId, isNew, key } = found;
    if (isFaulty) {
      // Rows that lead to it are told that it is here, and what is wrong with it.
      if (isNew) this.refused.add(documentId);
      return null;
    }
    const earlier = this.met.get(documentId);
    if (earlier) {
      if (table.each || table.repeats) return 'repeated';
      this.add(problemAt(reading, null, 'key-twice', { key, file: earlier.file, row: earlier.row ?? 0 }));
      return null;
    }
    this.met.set(documentId, reading.place);
    const model = this.models(contentType) as Model;
    const isKept = table.onlyNew === true && !isNew;
    const said = isKept ? emptyReading(reading.place) : reading;
    const wanted: ImportDocument = {
      contentType,
      documentId,
      isNew,
      place: reading.place,
      shared: { ...(isNew ? defaults(model) : {}), ...said.shared },
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
        this.add(problemAt(reading, null, 'links-differ', { attribute: relation }));
      }
    }
    return relations;
  }

  private async references(
    contentType: string,
    reading: RowReading,
  ): Promise<Record<string, readonly string[]>> {
    const relations: Record<string, readonly string[]> = {};
    for (const [relation, references] of Object.entries(reading.references)) {
      const ids = new Set<string>();
      for (const reference of references) {
        const id = await this.target(reading, reference);
        if (id) ids.add(id);
      }
      relations[relation] = [...ids];
    }
    return relations;
  }

  private async target(
    reading: RowReading,
    { contentType, by, value, column }: Reference,
  ): Promise<string | null> {
    let found: KeyFinding = { kind: 'none' };
    for (const name of by) {
      found = await this.keys.find(contentType, [name], [value]);
      if (found.kind !== 'none') break;
    }
    const documentId = this.meant(found);
    if (documentId !== null) {
      if (!this.refused.has(documentId)) return documentId;
      this.add(problemAt(reading, column, 'reference-refused', { value: value.slice(0, 200) }));
      return null;
    }
    this.add(
      found.kind === 'several'
        ? problemAt(reading, column, 'reference-ambiguous', {
            value: value.slice(0, 200),
            documents: found.documentIds.join(', '),
          })
        : problemAt(reading, column, 'reference-unknown', { value: value.slice(0, 200), by: by.join(', ') }),
    );
    return null;
  }

  /** Of several documents with the same key the one that is in the files too: "1.2" of another plan is not meant. */
  private meant(found: KeyFinding): string | null {
    if (found.kind === 'one') return found.documentId;
    if (found.kind === 'none') return null;
    const here = found.documentIds.filter((documentId) => this.met.has(documentId));
    return here.length === 1 ? (here[0] as string) : null;
  }

  private async identify(
    contentType: string,
    { reading, table }: Candidate,
    relations: Readonly<Record<string, readonly string[]>>,
    isFaulty: boolean,
  ): Promise<{ documentId: string; isNew: boolean; key: string } | null> {
    let shown = '';
    const given: { key: readonly string[]; values: readonly string[] }[] = [];
    // Rows with ids of their own are different documents although they share another key, such as a code.
    const areOthers = (ids: readonly string[]): boolean =>
      reading.documentId !== null && ids.every((id) => id !== reading.documentId && this.met.has(id));
    for (const key of table.keys) {
      for (const values of keyValues(this.models, contentType, key, reading, relations))
        given.push({ key, values });
    }
    for (const key of table.keys) {
      const ids = new Map<string, { isNew: boolean; values: readonly string[] }>();
      // A key with a list has several values: all of them have to mean one document.
      for (const { values } of given.filter((one) => one.key === key)) {
        shown ||= shownKey(values);
        const found: KeyFinding = await this.keys.find(contentType, key, values);
        if (found.kind === 'one') ids.set(found.documentId, { isNew: found.isNew, values });
        if (found.kind === 'several')
          found.documentIds.forEach((id) => ids.set(id, { isNew: false, values }));
      }
      const [first] = ids;
      if (!first || areOthers([...ids.keys()])) continue;
      const [documentId, { isNew, values }] = first;
      if (ids.size > 1) {
        if (isFaulty) return null;
        const documents = [...ids.keys()].join(', ');
        this.add(problemAt(reading, null, 'key-ambiguous', { key: shownKey(values), documents }));
        return null;
      }
      this.remember(contentType, reading, given, documentId, isNew);
      if (reading.documentId !== null && reading.documentId !== documentId)
        this.keys.addForeign(contentType, reading.documentId, documentId);
      return { documentId, isNew, key: shownKey(values) };
    }
    if (given.length === 0) {
      if (isFaulty) return null;
      const keys = table.keys.map((key) => key.join(' + ')).join(', ');
      this.add(problemAt(reading, null, 'key-missing', { keys }));
      return null;
    }
    const documentId = reading.documentId ?? newDocumentId();
    this.remember(contentType, reading, given, documentId, true);
    return { documentId, isNew: true, key: shown };
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
      for (const [value] of keyValues(this.models, contentType, [by], reading, {})) {
        if (value) this.keys.add(contentType, [by], [value], documentId);
      }
    }
  }

  private judge(
    { candidate, key, wanted }: Resolved,
    existing: ExistingDocument | null,
    present: ReadonlyMap<string, ExistingState> | undefined,
  ): PlannedDocument {
    const { reading, reader } = candidate;
    const before = this.problems.errors;
    const states = this.states(wanted, candidate, present);
    let document: ImportDocument = { ...wanted, states };
    document = this.settings.rules.prepare?.(ruled(document, existing)) ?? document;
    if (document.isNew && isLocalizedModel(this.models(wanted.contentType) as Model)) {
      if (Object.keys(document.localized).length === 0)
        this.add(problemAt(reading, null, 'no-language', { key }));
    }
    const { changed, differences } = existing
      ? compare(existing, this.inPresentOrder(existing, document, reading))
      : { changed: document, differences: [] };
    if (changed) {
      const place = (attribute: string, locale: string | null) => reader.headerOf(attribute, locale);
      for (const { attribute, locale, ...problem } of schemaProblems(this.models, document)) {
        this.add({
          ...problem,
          values: { attribute, ...problem.values },
          place: { ...reading.place, column: place(attribute, locale) },
        });
      }
      for (const problem of this.settings.rules.check?.(ruled(document, existing)) ?? []) {
        this.add(ruleProblem(reading, reader, problem));
      }
      if (existing?.hasPendingChanges) this.add(problemAt(reading, null, 'pending-changes', { key }));
    }
    if (this.problems.errors > before) {
      if (document.isNew) this.refused.add(document.documentId);
      return this.refusal(wanted.contentType, candidate, key);
    }
    const verdict = !changed ? 'unchanged' : existing ? 'changed' : 'created';
    return {
      verdict,
      place: reading.place,
      contentType: wanted.contentType,
      key,
      document: changed,
      differences,
    };
  }

  /** Links that come from a table have no order of their own: they keep the one there is. */
  private inPresentOrder(
    { relations: present }: ExistingDocument,
    document: ImportDocument,
    reading: RowReading,
  ): ImportDocument {
    const relations = Object.fromEntries(
      Object.entries(document.relations).map(([name, ids]) => {
        const before = present[name] ?? [];
        return [name, reading.references[name] === undefined && isSameSet(before, ids) ? before : ids];
      }),
    );
    return { ...document, relations };
  }

  private states(
    wanted: ImportDocument,
    { reading, reader }: Pick<Candidate, 'reading' | 'reader'>,
    present: ReadonlyMap<string, ExistingState> | undefined,
  ): ImportedState[] {
    const found: ImportedState[] = [];
    for (const workflow of workflowsOf(workflowConfig(this.strapi), wanted.contentType)) {
      const rows = inOrder(this.side.statesOf(wanted.contentType, workflow.name, wanted.documentId, reading));
      const own = reading.states[workflow.name];
      const column = reader.headerOf(`state(${workflow.name})`, null);
      const given: ImportedState[] = [...rows];
      if (own?.state) {
        const last = rows.at(-1);
        if (!last || (own.asOf && !last.copied)) {
          given.push({
            workflow: workflow.name,
            state: own.state,
            asOf: own.asOf,
            reason: own.reason,
            copied: null,
          });
        } else if (last.state !== own.state) {
          this.add(problemAt(reading, column, 'state-differs', { value: own.state, known: last.state }));
        }
      }
      const { states, problems } = newStates(workflow, given, present?.get(workflow.name) ?? null);
      problems.forEach(({ code, values }) => this.add(problemAt(reading, column, code, values)));
      if (!this.settings.mayRecordHistory && states.some(({ asOf, copied }) => asOf ?? copied)) {
        this.add(problemAt(reading, null, 'history-not-allowed'));
      }
      found.push(...states);
    }
    return found;
  }
}

/** A copied history in the order of its versions: files have it in any. */
const inOrder = (states: readonly ImportedState[]): ImportedState[] =>
  [...states].sort((one, other) => (one.copied?.version ?? 0) - (other.copied?.version ?? 0));

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

const problemAt = (
  reading: RowReading,
  column: string | null,
  code: string,
  values?: ImportProblem['values'],
): ImportProblem => ({ severity: 'error', code, place: { ...reading.place, column }, values });

const ruleProblem = (
  reading: RowReading,
  reader: RowReader,
  { attribute, ...problem }: RuleProblem,
): ImportProblem => ({
  ...problem,
  place: { ...reading.place, column: attribute ? reader.headerOf(attribute, null) : null },
});

const ruled = (document: ImportDocument, existing: ExistingDocument | null): RuledDocument => ({
  document,
  existing,
  shared: (attribute) => document.shared[attribute] ?? existing?.shared[attribute] ?? null,
  relation: (attribute) => document.relations[attribute] ?? existing?.relations[attribute] ?? [],
});

function defaults(model: Model): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(model.attributes).flatMap(([name, schema]) => {
      const { default: value } = schema as { default?: AttributeValue };
      return value === undefined || schema.pluginOptions?.i18n?.localized ? [] : [[name, value]];
    }),
  );
}

/** Languages in which anything is given. */
const withoutEmpty = (localized: RowReading['localized']): RowReading['localized'] =>
  Object.fromEntries(
    Object.entries(localized).filter(([, values]) =>
      Object.values(values).some((value) => value !== null && value !== ''),
    ),
  );
