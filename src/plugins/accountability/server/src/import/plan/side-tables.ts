import type { Core } from '@strapi/strapi';
import { modelOf } from '../../datasets/settings';
import { PRECISIONS, type Precision } from '../../dates/partial-date';
import {
  isDocumentTable,
  isLinkTable,
  isStateTable,
  type DocumentTable,
  type ImportColumn,
  type LinkTable,
  type StateTable,
} from '../mapping/declaration';
import { sourceTablesFor } from '../mapping/source-tables';
import type { ImportProblem, SourcePlace } from '../problem';
import { isUnreadable, type SourceTable } from '../source/source';
import { readIsoDate } from '../values/iso-date';
import { readMoment } from '../values/read-moment';
import { shown } from '../values/reading';
import type { DocumentKeys } from './document-keys';
import type { ImportedState } from './import-document';
import { keyText } from './key-text';
import type { PlanSettings } from './plan-settings';
import { attributesReferredBy } from './referred-attributes';
import { rowFilter, type RowReader } from './row-reader';
import { emptyReading, type RowReading } from './row-reading';
import { SharedValues } from './shared-values';
import { cellReader, type Cells } from './side-cells';

/** What rows of other tables say of one document. */
interface SideRows {
  readonly by: string;
  readonly value: string;
  readonly place: SourcePlace;
  readonly links: Record<string, Set<string>>;
  readonly states: ImportedState[];
  isSeen: boolean;
}

const NO_READER: RowReader = {
  attributes: new Set(),
  references: [],
  headerOf: () => null,
  read: () => [],
  distinguishesEmptyTexts: true,
  withoutLanguage: [],
};

/** Tables of links and of states: read before the documents they are about, and joined to them by a key. */
export class SideTables {
  /** Whether a table could not be read to its end. */
  isCut = false;
  /** By content type, then by attribute and value. */
  private readonly rows = new Map<string, Map<string, SideRows>>();
  private readonly relations = new Map<string, Set<string>>();
  /** Tables of states that have been read: they are about several content types. */
  private readonly readStates = new Set<StateTable>();
  private readonly texts = new SharedValues<string>();
  private readonly days = new SharedValues<ImportedState['asOf']>();
  private readonly copies = new SharedValues<ImportedState['copied']>();
  private readonly referred = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly settings: PlanSettings,
    private readonly keys: DocumentKeys,
    private readonly report: (problem: ImportProblem) => void,
  ) {}

  /** Reads what the sources say of documents of a content type. What its links lead to has been planned before. */
  async load(contentType: string, used: Set<SourceTable>): Promise<void> {
    for (const declared of this.settings.mapping.tables) {
      if (isDocumentTable(declared)) continue;
      const isAbout = isStateTable(declared)
        ? Object.values(declared.subjects).includes(contentType) && !this.readStates.has(declared)
        : declared.contentType === contentType;
      if (!isAbout) continue;
      if (isStateTable(declared)) this.readStates.add(declared);
      for (const { source, table } of sourceTablesFor(this.settings.sources, declared)) {
        if (!used.has(table)) table.problems.forEach(this.report);
        used.add(table);
        if (isLinkTable(declared)) this.noteRelations(contentType, declared);
        const isWanted = rowFilter(declared.when, table.header);
        const cellsOf = cellReader(declared.columns, table, source);
        for await (const row of table.rows()) {
          if (!isWanted(row) && !isUnreadable(row)) continue;
          row.problems.forEach(this.report);
          if (row.isCut) this.isCut = true;
          if (isUnreadable(row)) continue;
          const cells = cellsOf(row);
          if (isLinkTable(declared)) await this.takeLink(contentType, declared, cells);
          else this.takeState(declared, cells);
        }
      }
    }
  }

  /** Lets go of what was read about documents of a content type: all of them have been planned. */
  release(contentType: string): void {
    this.rows.delete(contentType);
  }

  /** Relations that tables of links give. */
  relationsOf(contentType: string): readonly string[] {
    return [...(this.relations.get(contentType) ?? [])];
  }

  /** Attributes by which other rows name documents of a content type. */
  referredBy(contentType: string): ReadonlySet<string> {
    let names = this.referred.get(contentType);
    if (!names) {
      names = attributesReferredBy((uid) => modelOf(this.strapi, uid), this.settings.mapping, contentType);
      this.referred.set(contentType, names);
    }
    return names;
  }

  /** The links that tables of links give a document, in no order; none where there is no such table. */
  linksOf(contentType: string, documentId: string, reading: RowReading): Record<string, readonly string[]> {
    const links: Record<string, readonly string[]> = {};
    const found = this.of(contentType, documentId, reading);
    for (const relation of this.relationsOf(contentType)) {
      links[relation] = [...new Set(found.flatMap((rows) => [...(rows.links[relation] ?? [])]))];
    }
    return links;
  }

  statesOf(contentType: string, workflow: string, documentId: string, reading: RowReading): ImportedState[] {
    return this.of(contentType, documentId, reading)
      .flatMap(({ states }) => states)
      .filter((state) => state.workflow === workflow);
  }

  /** What is said of documents that no row of their own was read of, as rows of their own. */
  async unmet(
    contentType: string,
  ): Promise<{ reading: RowReading; table: DocumentTable; reader: RowReader }[]> {
    const table: DocumentTable = { name: '', contentType, keys: [['documentId']], columns: [] };
    const found: { reading: RowReading; table: DocumentTable; reader: RowReader }[] = [];
    await this.keys.load(contentType, ['documentId']);
    for (const rows of this.rows.get(contentType)?.values() ?? []) {
      if (rows.isSeen) continue;
      rows.isSeen = true;
      await this.keys.load(contentType, [rows.by]);
      const finding = this.keys.find(contentType, [rows.by], [rows.value]);
      if (finding.kind !== 'one') {
        const code = finding.kind === 'none' ? 'reference-unknown' : 'reference-ambiguous';
        const documents = finding.kind === 'several' ? finding.documentIds : [];
        const values = { value: shown(rows.value), by: rows.by, documents };
        this.report({ severity: 'error', code, place: rows.place, values, attributesOf: contentType });
        continue;
      }
      rows.isSeen = false;
      const reading = emptyReading(rows.place);
      reading.documentId = finding.documentId;
      // Found by its id from here on.
      this.place(contentType, 'documentId', finding.documentId, rows);
      found.push({ reading, table, reader: NO_READER });
    }
    return found;
  }

  private of(contentType: string, documentId: string, reading: RowReading): SideRows[] {
    const known = this.rows.get(contentType);
    if (!known) return [];
    const found: SideRows[] = [];
    const take = (by: string, value: string): void => {
      const rows = known.get(placeOf(by, value));
      if (!rows || found.includes(rows)) return;
      rows.isSeen = true;
      found.push(rows);
    };
    take('documentId', documentId);
    if (reading.documentId !== null) take('documentId', reading.documentId);
    for (const [by, value] of this.namesOf(contentType, reading)) take(by, value);
    return found;
  }

  private *namesOf(contentType: string, reading: RowReading): Generator<readonly [string, string]> {
    for (const by of this.referredBy(contentType)) {
      const values = [reading.shared[by], ...Object.values(reading.localized).map((texts) => texts[by])];
      for (const value of values) {
        if (value !== undefined && value !== null) yield [by, String(value)];
      }
    }
  }

  private place(contentType: string, by: string, value: string, rows: SideRows): void {
    const known = this.rows.get(contentType) ?? new Map<string, SideRows>();
    this.rows.set(contentType, known.set(placeOf(by, value), rows));
  }

  private rowsFor(contentType: string, by: string, value: string, place: SourcePlace): SideRows {
    const known = this.rows.get(contentType)?.get(placeOf(by, value));
    if (known) return known;
    const rows: SideRows = { by, value, place, links: {}, states: [], isSeen: false };
    this.place(contentType, by, value, rows);
    return rows;
  }

  private noteRelations(contentType: string, { relations }: LinkTable): void {
    const known = this.relations.get(contentType) ?? new Set();
    Object.values(relations).forEach((relation) => known.add(relation));
    this.relations.set(contentType, known);
  }

  private error(
    cells: Cells,
    to: string,
    code: string,
    values: ImportProblem['values'] = {},
    attributesOf?: string,
  ): void {
    const place = { ...cells.place, column: cells.columnOf(to) };
    this.report({ severity: 'error', code, place, values, ...(attributesOf && { attributesOf }) });
  }

  private async takeLink(contentType: string, declared: LinkTable, cells: Cells): Promise<void> {
    const source = named(declared.columns, 'source', cells);
    const target = named(declared.columns, 'target', cells);
    if (!source || !target) return this.error(cells, source ? 'target' : 'source', 'value-required');
    const role = cells.text('role');
    const roles = Object.keys(declared.relations);
    const relation = declared.relations[role ?? (roles.length === 1 ? (roles[0] as string) : '')];
    if (!relation) return this.error(cells, 'role', 'value-unknown', { value: role ?? '', known: roles });
    const type = modelOf(this.strapi, contentType)?.attributes[relation]?.target ?? '';
    await this.keys.load(type, [target.by]);
    const found = this.keys.find(type, [target.by], [target.value]);
    if (found.kind !== 'one') {
      const values = { value: shown(target.value), by: target.by };
      return found.kind === 'none'
        ? this.error(cells, `target.${target.by}`, 'reference-unknown', values, type)
        : this.error(cells, `target.${target.by}`, 'reference-ambiguous', {
            ...values,
            documents: found.documentIds,
          });
    }
    const { links } = this.rowsFor(contentType, source.by, source.value, cells.place);
    (links[relation] ??= new Set()).add(found.documentId);
  }

  private takeState(declared: StateTable, cells: Cells): void {
    const kinds = Object.keys(declared.subjects);
    const kind = cells.text('dataset') ?? (kinds.length === 1 ? (kinds[0] as string) : '');
    const type = declared.subjects[kind];
    if (!type) return this.error(cells, 'dataset', 'value-unknown', { value: kind, known: kinds });
    const subject = named(declared.columns, 'subject', cells);
    const state = cells.text('state');
    if (!subject || !state) return this.error(cells, subject ? 'state' : 'subject', 'value-required');
    const asOf = this.asOf(cells);
    const copied = this.copied(cells);
    if (asOf === undefined || copied === undefined) return;
    this.rowsFor(type, subject.by, subject.value, cells.place).states.push({
      workflow: declared.workflow,
      state: this.texts.of(state, () => state),
      asOf,
      reason: this.reason(declared, cells),
      copied,
    });
  }

  private reason({ columns }: StateTable, cells: Cells): string | null {
    const isExported = columns.some(({ to, format }) => to === 'reason' && format === 'exported');
    const reason = isExported ? cells.exported('reason') : cells.text('reason');
    return reason === null ? null : this.texts.of(reason, () => reason);
  }

  /** @returns undefined where it could not be read */
  private asOf(cells: Cells): ImportedState['asOf'] | undefined {
    const text = cells.text('asOf');
    if (text === null) return null;
    const read = readIsoDate(text);
    if (read === null) {
      this.error(cells, 'asOf', 'date-not-understood', { value: shown(text) });
      return undefined;
    }
    const precision = cells.text('asOfPrecision') ?? read.precision;
    if (!PRECISIONS.includes(precision as Precision)) {
      this.error(cells, 'asOfPrecision', 'value-unknown', { value: precision, known: PRECISIONS });
      return undefined;
    }
    return this.days.of(`${read.date} ${precision}`, () => ({
      date: read.date,
      precision: precision as Precision,
    }));
  }

  private copied(cells: Cells): ImportedState['copied'] | undefined {
    const [transition, version, at] = [cells.text('transition'), cells.text('version'), cells.text('at')];
    if (transition === null && version === null && at === null) return null;
    const fromState = cells.text('fromState');
    const { value: moment } = readMoment(at ?? '', { isExported: true });
    if (transition === null || !/^[1-9]\d{0,8}$/.test(version ?? '') || moment === null) {
      this.error(cells, 'version', 'history-incomplete');
      return undefined;
    }
    return this.copies.of([transition, fromState, version, at].join('\n'), () => ({
      transition,
      fromState,
      version: Number(version),
      at: new Date(moment),
    }));
  }
}

const placeOf = (by: string, value: string): string =>
  `${by} ${by === 'documentId' ? value : keyText(value)}`;

/** The document a row names: by the first of the columns for it that has a value. */
function named(
  columns: readonly ImportColumn[],
  side: 'subject' | 'source' | 'target',
  cells: Cells,
): { by: string; value: string } | null {
  for (const { to } of columns) {
    if (!to.startsWith(`${side}.`)) continue;
    const value = cells.text(to);
    if (value !== null) return { by: to.slice(side.length + 1), value };
  }
  return null;
}
