import type { Core } from '@strapi/strapi';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { modelOf } from '../datasets/settings';
import { languageCodes } from '../languages/site-languages';
import type { Actor } from '../workflow/actor';
import { workflowConfig } from '../workflow/registry';
import { IMPORT_MAPPING } from './jobs/content-types';
import type { ImportMapping } from './mapping/declaration';
import { GENERIC } from './mapping/generic';
import { savedMapping, type SavedMapping } from './mapping/schema';
import { foreignTypes } from './mapping/touched-types';
import { ImportRefusal } from './refusal';
import { importsConfig, mappingProblems } from './registry';

const LOCK = 'import-mappings';
/** Mappings that can be saved; they are looked through as a whole. */
const MOST_MAPPINGS = 200;
const MOST_PROBLEMS = 20;

/** A saved mapping as it is kept. */
export interface KeptMapping extends SavedMapping {
  readonly id: number;
  readonly authorName: string | null;
  readonly savedAt: string;
}

/** A saved mapping in the form of a declared one. */
export function asMapping(
  strapi: Core.Strapi,
  { name, label, description, tables }: KeptMapping,
): ImportMapping {
  const inAll = (text: string) =>
    Object.fromEntries(languageCodes(strapi).map((language) => [language, text]));
  return { name, labels: inAll(label), description: inAll(description ?? ''), tables };
}

export const listSavedMappings = (strapi: Core.Strapi): Promise<KeptMapping[]> =>
  strapi.db.query(IMPORT_MAPPING).findMany({ orderBy: { name: 'asc' } }) as Promise<KeptMapping[]>;

export const findSavedMapping = (strapi: Core.Strapi, name: string): Promise<KeptMapping | null> =>
  strapi.db.query(IMPORT_MAPPING).findOne({ where: { name } }) as Promise<KeptMapping | null>;

/**
 * Saves a mapping.
 * @param body as `savedMapping`
 * @param replaces name of the mapping it stands in for; null for a new one
 * @throws ImportRefusal where it is not valid, its name is taken, or the one it replaces is not there
 */
export async function saveMapping(
  strapi: Core.Strapi,
  actor: Actor,
  body: unknown,
  replaces: string | null,
): Promise<KeptMapping> {
  const mapping = validMapping(strapi, body);
  assertNotDeclared(strapi, mapping.name);
  if (replaces !== null) assertNotDeclared(strapi, replaces);
  const data = {
    ...mapping,
    authorKind: actor.kind,
    authorId: actor.id,
    authorName: actor.name,
    savedAt: new Date(),
  };
  const mappings = strapi.db.query(IMPORT_MAPPING);
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, LOCK);
    const former = replaces === null ? null : await existing(strapi, replaces);
    const other = await findSavedMapping(strapi, mapping.name);
    if (other && other.id !== former?.id)
      throw new ImportRefusal('MAPPING_EXISTS', { mapping: mapping.name });
    if (former) {
      return (await mappings.update({ where: { id: former.id }, data })) as unknown as KeptMapping;
    }
    if ((await mappings.count()) >= MOST_MAPPINGS) {
      throw new ImportRefusal('MAPPING_INVALID', { problem: `> ${MOST_MAPPINGS}` });
    }
    return (await mappings.create({ data })) as unknown as KeptMapping;
  });
}

/** @throws ImportRefusal where there is no such saved mapping */
export async function deleteMapping(strapi: Core.Strapi, name: string): Promise<void> {
  assertNotDeclared(strapi, name);
  const { id } = await existing(strapi, name);
  await strapi.db.query(IMPORT_MAPPING).delete({ where: { id } });
}

async function existing(strapi: Core.Strapi, name: string): Promise<KeptMapping> {
  const found = await findSavedMapping(strapi, name);
  if (found) return found;
  const known = (await listSavedMappings(strapi)).map((mapping) => mapping.name);
  throw new ImportRefusal('NO_SUCH_MAPPING', { mapping: name.slice(0, 100), known: known.join(', ') });
}

function assertNotDeclared(strapi: Core.Strapi, name: string): void {
  const { mappings } = importsConfig(strapi);
  if (name === GENERIC || mappings.some((mapping) => mapping.name === name)) {
    throw new ImportRefusal('MAPPING_DECLARED', { mapping: name });
  }
}

/** What is saved may write what the application's own mappings write, and nothing else. */
function validMapping(strapi: Core.Strapi, body: unknown): SavedMapping {
  const parsed = savedMapping.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') ?? '';
    throw invalid([`${at}: ${issue?.message ?? ''}`]);
  }
  const mapping = { ...parsed.data, labels: {}, description: {} };
  const models = (uid: string) => modelOf(strapi, uid);
  const { mappings, generic } = importsConfig(strapi);
  const declared = [...mappings.flatMap(({ tables }) => tables), ...(generic?.tables ?? [])];
  const foreign = foreignTypes(models, mapping.tables, declared);
  const languages = languageCodes(strapi);
  const unknown = mapping.tables
    .flatMap(({ columns }) => columns.flatMap(({ locale }) => locale ?? []))
    .filter((locale) => !languages.includes(locale));
  const problems = [
    ...foreign.map((type) => `"${type}" cannot be imported`),
    ...unknown.map((locale) => `"${locale}" is no language of the site`),
    ...(foreign.length > 0 ? [] : mappingProblems(models, mapping, workflowConfig(strapi).workflows)),
  ];
  if (problems.length > 0) throw invalid(problems);
  return parsed.data;
}

const invalid = (problems: readonly string[]): ImportRefusal =>
  new ImportRefusal(
    'MAPPING_INVALID',
    { problem: problems[0] ?? '' },
    { problems: problems.slice(0, MOST_PROBLEMS) },
  );
