import type { Core } from '@strapi/strapi';
import type { ModelLookup } from '../datasets/content-model';
import { modelOf, openDataConfig } from '../datasets/settings';
import { workflowConfig } from '../workflow/registry';
import { importsError, parseImportsConfig, type ImportsConfig } from './config';
import type { ImportMapping, ImportTable } from './mapping/declaration';
import { GENERIC, type GenericTable } from './mapping/generic';
import { nativeMapping } from './mapping/native';
import { headersRead } from './mapping/source-tables';
import { parseTarget } from './mapping/target';
import { typesInOrder } from './plan/table-order';

const known = new WeakMap<Core.Strapi, ImportsConfig>();

/** The application's imports, as checked at the start. */
export function importsConfig(strapi: Core.Strapi): ImportsConfig {
  let config = known.get(strapi);
  if (!config) {
    const parsed = parseImportsConfig(strapi.config.get('plugin::accountability'));
    const { datasets, languages } = openDataConfig(strapi);
    const native = parsed.native && [
      nativeMapping((uid) => modelOf(strapi, uid), {
        datasets,
        languages,
        workflows: workflowConfig(strapi).workflows,
        ...parsed.native,
      }),
    ];
    config = { ...parsed, mappings: [...(native ?? []), ...parsed.mappings] };
    known.set(strapi, config);
  }
  return config;
}

/**
 * Checks the declared mappings against content types and workflows.
 * @throws Error that lists what to correct; it stops the start
 */
export function registerImports(strapi: Core.Strapi): void {
  const models: ModelLookup = (uid) => modelOf(strapi, uid);
  const workflows = workflowConfig(strapi).workflows;
  const { mappings, generic } = importsConfig(strapi);
  const problems = mappings.flatMap((mapping) =>
    mappingProblems(models, mapping, workflows).map((problem) => `mapping "${mapping.name}", ${problem}`),
  );
  const tables = (generic?.tables ?? []).flatMap((table) =>
    tableProblems(models, table, workflows).map(
      (problem) => `mapping "${GENERIC}", table "${table.name}": ${problem}`,
    ),
  );
  if (problems.length + tables.length > 0) throw importsError([...problems, ...tables]);
}

/** What is wrong with a mapping's tables, for those who write mappings. */
export function mappingProblems(models: ModelLookup, mapping: ImportMapping, workflows: Workflows): string[] {
  const found = mapping.tables.flatMap((table) =>
    tableProblems(models, table, workflows).map((problem) => `table "${table.name}": ${problem}`),
  );
  if (found.length > 0) return found;
  const order = typesInOrder(models, mapping);
  return typeof order === 'string' ? [`these content types lead to each other in a circle: ${order}`] : [];
}

type Workflows = readonly { readonly name: string; readonly contentType: string; readonly field?: string }[];

function tableProblems(
  models: ModelLookup,
  table: ImportTable | GenericTable,
  workflows: Workflows,
): string[] {
  if ('subjects' in table) {
    return Object.values(table.subjects)
      .filter(
        (type) => !workflows.some(({ name, contentType }) => name === table.workflow && contentType === type),
      )
      .map((type) => `"${type}" has no workflow "${table.workflow}"`);
  }
  if ('relations' in table) {
    return Object.values(table.relations)
      .filter((relation) => models(table.contentType)?.attributes[relation]?.type !== 'relation')
      .map((relation) => `"${table.contentType}" has no relation "${relation}"`);
  }
  const { contentType, columns, keys } = table;
  if (!('labels' in table) && headersRead(table).length === 0) {
    return ['it reads no column, so that any file would do: give it one, or "when"'];
  }
  const own = workflows.filter((workflow) => workflow.contentType === contentType);
  const problems = columns.flatMap(({ to }): string[] => {
    const target = parseTarget(models, contentType, to);
    if (typeof target === 'string') return [target];
    if (target.kind === 'state' && !own.some(({ name }) => name === target.workflow)) {
      return [`"${contentType}" has no workflow "${target.workflow}"`];
    }
    const mirror = target.kind === 'scalar' && own.find(({ field }) => field === target.attribute);
    return mirror ? [`"${to}" is the state of a workflow: write "state(${mirror.name})"`] : [];
  });
  const attributes = models(contentType)?.attributes ?? {};
  const unknown = keys.flat().filter((name) => name !== 'documentId' && attributes[name] === undefined);
  return [
    ...problems,
    ...unknown.map((name) => `a key has "${name}", which is no attribute of "${contentType}"`),
  ];
}
