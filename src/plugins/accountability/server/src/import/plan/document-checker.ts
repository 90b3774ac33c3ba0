import type { Core } from '@strapi/strapi';
import { isLocalizedModel, type Model, type ModelLookup } from '../../datasets/content-model';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import type { ImportProblem } from '../problem';
import { shown } from '../values/reading';
import { schemaProblems } from './check-document';
import { compare, type Difference } from './compare';
import { existingDocuments, type ExistingDocument } from './existing-documents';
import { existingStates, type ExistingState } from './existing-states';
import type { ImportDocument } from './import-document';
import { lostFiles } from './lost-files';
import type { PlanSettings } from './plan-settings';
import { refusal, type Candidate, type PlannedDocument, type Resolved } from './planned-document';
import { plannedStates } from './planned-states';
import type { ProblemList } from './problem-list';
import { ofAttributes, problemAt, ruleProblem } from './row-problems';
import type { RowReader } from './row-reader';
import type { RowReading } from './row-reading';
import { ruled } from './ruled-document';
import { isSameSet } from './same-set';
import type { SideTables } from './side-tables';
import { TargetLanguages } from './target-languages';
import { UniqueValues } from './unique-values';

interface CheckerContext {
  readonly strapi: Core.Strapi;
  readonly settings: PlanSettings;
  readonly models: ModelLookup;
  readonly side: SideTables;
  readonly problems: ProblemList;
  /** New documents that are not written: nothing can lead to them. */
  readonly refused: Set<string>;
}

/** A document beside what there is of it. */
interface Compared {
  readonly one: Resolved;
  readonly existing: ExistingDocument | null;
  readonly document: ImportDocument;
  /** With what differs only; null where nothing does. */
  readonly changed: ImportDocument | null;
  readonly differences: readonly Difference[];
  /** Of the whole document, also where nothing differs. */
  readonly problems: readonly ImportProblem[];
}

/**
 * Decides what becomes of documents: compares them with what there is, and checks those that differ. What only the
 * checks need is read once there is something to check: a file that brings nothing new costs no more than reading and
 * comparing it.
 */
export class DocumentChecker {
  private readonly strapi: Core.Strapi;
  private readonly settings: PlanSettings;
  private readonly models: ModelLookup;
  private readonly side: SideTables;
  private readonly problems: ProblemList;
  private readonly refused: Set<string>;
  private readonly languages: TargetLanguages;
  private readonly unique: UniqueValues;

  constructor({ strapi, settings, models, side, problems, refused }: CheckerContext) {
    this.strapi = strapi;
    this.settings = settings;
    this.models = models;
    this.side = side;
    this.problems = problems;
    this.refused = refused;
    this.languages = new TargetLanguages(strapi);
    this.unique = new UniqueValues(strapi);
  }

  /** @param attributes that are compared, and those the rules of the application read */
  async plan(
    contentType: string,
    resolved: readonly Resolved[],
    attributes: ReadonlySet<string>,
  ): Promise<PlannedDocument[]> {
    const { rules } = this.settings;
    const ids = resolved.filter(({ wanted }) => !wanted.isNew).map(({ wanted }) => wanted.documentId);
    const existing = await existingDocuments(this.strapi, contentType, attributes, ids);
    const states = await existingStates(this.strapi, contentType, ids);
    if (ids.length < resolved.length) await rules.load?.();
    const compared = resolved.map((one) =>
      this.compared(one, existing.get(one.wanted.documentId) ?? null, states.get(one.wanted.documentId)),
    );
    const differing = compared.filter(({ changed }) => changed !== null);
    if (differing.length > 0) {
      await rules.load?.();
      await this.loadLanguages(contentType, differing);
      await this.unique.load(
        contentType,
        differing.map(({ one }) => one.wanted),
      );
    }
    const planned = compared.map((one) => this.verdict(one));
    for (const [index, { one }] of compared.entries()) {
      if (await this.losesFiles(planned[index] as PlannedDocument, one.candidate)) {
        planned[index] = refusal(contentType, one.candidate, one.key);
      }
    }
    return planned;
  }

  private add(problem: ImportProblem): void {
    this.problems.add(problem);
  }

  private async loadLanguages(contentType: string, differing: readonly Compared[]): Promise<void> {
    const model = this.models(contentType) as Model;
    if (!isLocalizedModel(model)) return;
    const targets = new Map<string, string[]>();
    for (const { changed } of differing) {
      for (const [relation, ids] of Object.entries(changed?.relations ?? {})) {
        const { target } = model.attributes[relation] ?? {};
        if (!target || !isLocalizedModel(this.models(target) as Model)) continue;
        const known = targets.get(target);
        if (known) known.push(...ids);
        else targets.set(target, [...ids]);
      }
    }
    for (const [target, ids] of targets) await this.languages.load(target, ids);
  }

  private compared(
    one: Resolved,
    existing: ExistingDocument | null,
    present: ReadonlyMap<string, ExistingState> | undefined,
  ): Compared {
    const { candidate, key, wanted } = one;
    const { reading, reader } = candidate;
    const problems: ImportProblem[] = [];
    const planning = {
      workflows: workflowsOf(workflowConfig(this.strapi), wanted.contentType),
      side: this.side,
      mayRecordHistory: this.settings.mayRecordHistory,
      add: (problem: ImportProblem) => problems.push(problem),
    };
    const states = plannedStates(planning, wanted, candidate, present);
    let document: ImportDocument = { ...wanted, states };
    document = this.settings.rules.prepare?.(ruled(document, existing, reader)) ?? document;
    if (document.isNew && isLocalizedModel(this.models(wanted.contentType) as Model)) {
      if (Object.keys(document.localized).length === 0) {
        problems.push(
          problemAt(reading, this.nameColumn(wanted.contentType, reader), 'no-language', { key }),
        );
      }
    }
    const { changed, differences } = existing
      ? compare(existing, this.inPresentOrder(existing, document, reading), reader)
      : { changed: document, differences: [] };
    this.languages.note(wanted.contentType, wanted.documentId, languagesOf(document, existing));
    return { one, existing, document, changed, differences, problems };
  }

  private verdict(compared: Compared): PlannedDocument {
    const { one, existing, document, changed, differences } = compared;
    const { candidate, key, wanted } = one;
    const before = this.problems.errors;
    compared.problems.forEach((problem) => this.add(problem));
    if (changed) this.check(compared, changed);
    if (this.problems.errors > before) {
      if (document.isNew) this.refused.add(document.documentId);
      return refusal(wanted.contentType, candidate, key);
    }
    const verdict = !changed ? 'unchanged' : existing ? 'changed' : 'created';
    return {
      verdict,
      place: candidate.reading.place,
      contentType: wanted.contentType,
      key,
      document: changed,
      differences,
    };
  }

  private check({ one, existing, document }: Compared, changed: ImportDocument): void {
    const { candidate, key, wanted } = one;
    const { reading, reader } = candidate;
    this.languageProblems(candidate, changed, languagesOf(document, existing));
    // With the parts of components that the source does not have.
    const whole: ImportDocument = { ...document, shared: { ...document.shared, ...changed.shared } };
    const known = new Set(Object.keys(existing?.localized ?? {}));
    for (const { attribute, locale, ...problem } of schemaProblems(this.models, whole, known)) {
      this.add({
        ...problem,
        values: { attribute, ...problem.values },
        attributesOf: wanted.contentType,
        place: { ...reading.place, column: reader.headerOf(attribute, locale) },
      });
    }
    for (const { attribute, locale, value } of this.unique.take(document, existing)) {
      const values = { attribute, value: shown(String(value)) };
      const column = reader.headerOf(attribute, locale);
      this.add(ofAttributes(wanted.contentType, problemAt(reading, column, 'value-taken', values)));
    }
    for (const problem of this.settings.rules.check?.(ruled(whole, existing, reader)) ?? []) {
      this.add(ruleProblem(reading, reader, problem));
    }
    if (existing?.hasPendingChanges) this.add(problemAt(reading, null, 'pending-changes', { key }));
  }

  /** Links to documents that are in none of a document's languages: they could not be stored. */
  private languageProblems(
    { reading, reader }: Candidate,
    document: ImportDocument,
    own: ReadonlySet<string>,
  ): void {
    for (const [relation, ids] of Object.entries(document.relations)) {
      const { target } = this.models(document.contentType)?.attributes[relation] ?? {};
      for (const id of target ? ids : []) {
        const languages = this.languages.apart(target as string, id, own);
        if (!languages) continue;
        const values = { value: id, languages: [...languages], own: [...own] };
        this.add(problemAt(reading, reader.headerOf(relation, null), 'reference-other-language', values));
      }
    }
  }

  private async losesFiles({ verdict, document }: PlannedDocument, candidate: Candidate): Promise<boolean> {
    if (verdict !== 'changed' || !document) return false;
    const lost = await lostFiles(this.strapi, document);
    for (const attribute of lost) {
      const column = candidate.reader.headerOf(attribute, null);
      const problem = problemAt(candidate.reading, column, 'component-has-file', { attribute });
      this.add(ofAttributes(document.contentType, problem));
    }
    return lost.length > 0;
  }

  /** The column of what every language of a document needs, such as its title; null where there is none. */
  private nameColumn(contentType: string, reader: RowReader): string | null {
    const { attributes } = this.models(contentType) as Model;
    const columns = Object.entries(attributes)
      .filter(([, { required, pluginOptions }]) => required && pluginOptions?.i18n?.localized)
      .flatMap(([name]) =>
        [this.settings.locale, ...workflowConfig(this.strapi).languages].map((locale) =>
          reader.headerOf(name, locale),
        ),
      );
    return columns.find((column) => column !== null) ?? null;
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
}

const languagesOf = (document: ImportDocument, existing: ExistingDocument | null): ReadonlySet<string> =>
  new Set([...Object.keys(document.localized), ...Object.keys(existing?.localized ?? {})]);
