import type { Core } from '@strapi/strapi';
import type { ModelLookup } from '../../datasets/content-model';
import { modelOf } from '../../datasets/settings';
import { workflowConfig } from '../../workflow/registry';
import { isDocumentTable } from '../mapping/declaration';
import { sourceTablesFor } from '../mapping/source-tables';
import type { ImportProblem } from '../problem';
import { isUnreadable, type SourceTable } from '../source/source';
import { takeTurns } from '../take-turns';
import { DocumentChecker } from './document-checker';
import { DocumentKeys } from './document-keys';
import type { PlanSettings } from './plan-settings';
import { refusal, type Candidate, type PlannedDocument, type Resolved } from './planned-document';
import { ProblemList } from './problem-list';
import { rowReader, type RowReader } from './row-reader';
import { RowResolver } from './row-resolver';
import { SideTables } from './side-tables';
import { typesInOrder } from './table-order';
import { tableProblems } from './table-problems';

/**
 * Documents looked up and compared in one go: so few that most of what is made of them is soon let go, so many that
 * statements are few.
 */
const AT_ONCE = 250;

/**
 * Works out what an import would do: which documents it makes and changes, and all that is wrong with it. Nothing is
 * written. It can run twice: the second time with the ids given in the first.
 */
export class Planner {
  readonly problems = new ProblemList();
  /** Whether something is wrong with the documents together: none can be written then. */
  isStopped = false;
  /** Whether a table could not be read to its end. */
  private isCut = false;
  private readonly models: ModelLookup;
  private readonly side: SideTables;
  private readonly resolver: RowResolver;
  private readonly checker: DocumentChecker;
  private readonly usedTables = new Set<SourceTable>();
  /** By table the columns whose texts are taken to be in the import's language. */
  private readonly assumed = new Map<SourceTable, Set<string>>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly settings: PlanSettings,
    private readonly keys = new DocumentKeys(strapi),
    /** New documents that are not written: nothing can lead to them. */
    private readonly refused = new Set<string>(),
  ) {
    this.models = (uid) => modelOf(strapi, uid);
    this.side = new SideTables(strapi, settings, this.keys, (problem) => this.problems.add(problem));
    const { models, side, problems } = this;
    const context = { strapi, settings, models, keys, side, problems, refused };
    this.resolver = new RowResolver(context);
    this.checker = new DocumentChecker(context);
  }

  /** Makes the same import once more, with the documents of this run known: what was made has the same ids. */
  again(): (settings: PlanSettings) => Planner {
    const { strapi, keys, refused } = this;
    return (settings) => new Planner(strapi, settings, keys, refused);
  }

  /**
   * Documents in the order in which they can be written, in batches of one content type. What is read of other tables
   * is let go with each content type.
   */
  async *documents(): AsyncGenerator<readonly PlannedDocument[]> {
    const types = typesInOrder(this.models, this.settings.mapping);
    // Checked when the application starts.
    if (typeof types === 'string') throw new Error(`Types lead to each other: ${types}`);
    const letOthersRun = takeTurns();
    for (const contentType of types) {
      await this.side.load(contentType, this.usedTables);
      let batch: Candidate[] = [];
      for await (const candidate of this.candidates(contentType)) {
        batch.push(candidate);
        if (batch.length === AT_ONCE) {
          await letOthersRun();
          yield await this.plan(contentType, batch);
          batch = [];
        }
      }
      if (batch.length > 0) yield await this.plan(contentType, batch);
      const left = await this.plan(contentType, await this.side.unmet(contentType));
      if (left.length > 0) yield left;
      this.side.release(contentType);
      if (this.isCut || this.side.isCut) {
        // What follows would be reported as leading to rows nobody could read.
        this.isStopped = true;
        return;
      }
    }
    for (const problem of this.settings.rules.finish?.() ?? []) {
      if (problem.severity === 'error') this.isStopped = true;
      this.add(problem);
    }
    const { mapping, sources, locale } = this.settings;
    const { usedTables: used, assumed } = this;
    tableProblems(mapping, sources, { used, assumed, locale }).forEach((problem) => this.add(problem));
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
        await this.resolver.loadKeys(contentType, table, reader);
        this.noteAssumedLanguage(sourceTable, reader);
        for await (const row of sourceTable.rows()) {
          if (row.isCut) this.isCut = true;
          if (isUnreadable(row)) {
            row.problems.forEach((problem) => this.add(problem));
            continue;
          }
          for (const reading of reader.read(row)) yield { reading, table, reader };
        }
      }
    }
  }

  /** Notes the columns of a table whose headers say nothing of the language of their texts. */
  private noteAssumedLanguage(table: SourceTable, { withoutLanguage }: RowReader): void {
    if (!this.settings.isLocaleAssumed || workflowConfig(this.strapi).languages.length < 2) return;
    const columns = this.assumed.get(table) ?? new Set<string>();
    withoutLanguage.forEach((column) => columns.add(column));
    this.assumed.set(table, columns);
  }

  private useTable(table: SourceTable): void {
    if (this.usedTables.has(table)) return;
    this.usedTables.add(table);
    table.problems.forEach((problem) => this.problems.add(problem));
  }

  private async plan(contentType: string, batch: readonly Candidate[]): Promise<PlannedDocument[]> {
    const resolved: Resolved[] = [];
    const refused: PlannedDocument[] = [];
    await this.resolver.loadFurtherKeys(contentType, batch);
    for (const candidate of batch) {
      const one = this.resolver.resolve(contentType, candidate);
      if (one === 'repeated') continue;
      if (one) resolved.push(one);
      else {
        const { table, reading } = candidate;
        refused.push(
          refusal(contentType, candidate, this.resolver.shownKey(contentType, table.keys, reading)),
        );
      }
    }
    const attributes = new Set([
      ...[...new Set(batch.map(({ reader }) => reader))].flatMap((reader) => [...reader.attributes]),
      ...this.side.relationsOf(contentType),
      ...(this.settings.rules.needs?.[contentType] ?? []),
    ]);
    return [...refused, ...(await this.checker.plan(contentType, resolved, attributes))];
  }

  private add(problem: ImportProblem): void {
    this.problems.add(problem);
  }
}
