import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languagesIn } from '../../languages/site-languages';
import { requestLanguage } from '../../languages/request-language';
import type { DatasetDeclaration } from '../../datasets/declaration';
import { textIn } from '../../languages/localized-text';
import type { Actor } from '../../workflow/actor';
import { adminActor, tokenActor } from '../../workflow/actors';
import { answering, assertMay } from '../answers';
import { isDocumentTable, type ImportMapping, type ImportTable } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import { sourceTablesFor } from '../mapping/source-tables';
import { READ_IMPORTS, RUN_IMPORTS, UNDO_IMPORTS } from '../permissions';
import { ImportRefusal } from '../refusal';
import { requestRefusal } from '../request-problem';
import { mappingOfTables } from '../saved/saved-mapping';
import { savedView } from '../saved/saved-view';
import { GENERIC } from '../mapping/generic';
import { genericMapping } from '../generic-mapping';
import { findMapping, knownMappings } from '../find-mapping';
import { isUnreadable, type OpenedSource, type ReadSettings } from '../source/source';
import { problemMessage } from '../problem-message';
import { jobView, panelJobView } from './job-view';
import { filesAsKept, openSources } from './open-sources';
import { reportFile } from './report-file';
import {
  filesOf,
  parseImportForm,
  parseImportRequest,
  parseReadSettings,
  type ImportRequestBody,
} from './request';
import { startJob } from './run-job';
import { failAbandoned, findByKey, findJob, listJobs, type ImportJob, type NewJob } from './store';
import { undoImport } from './undo';
import { ownerOf, uploadsOf } from './uploads';

const LISTED = 50;
const SAMPLE_ROWS = 5;
const MAX_KEY_LENGTH = 255;

/** Imports for the panel, and for machines that have an API token. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answered = answering(strapi);

  async function jobOf(name: string): Promise<ImportJob> {
    await failAbandoned(strapi);
    const job = await findJob(strapi, name);
    if (!job) throw new ImportRefusal('NO_SUCH_IMPORT', { import: name.slice(0, 100) });
    return job;
  }

  async function start(
    actor: Actor,
    body: ImportRequestBody,
    upload: { readonly id: string; readonly files: readonly { path: string; name: string }[] },
    idempotency?: NewJob['idempotency'],
  ): Promise<ImportJob> {
    const { locale, encoding, separator, headerRow, sheet, tables, dateOrder } = body;
    const job = await startJob(strapi, {
      mapping: tables
        ? mappingOfTables(strapi, GENERIC, tables, dateOrder)
        : await findMapping(strapi, body.mapping, dateOrder),
      files: upload.files,
      read: { encoding, separator, headerRow, sheet },
      locale,
      isDryRun: body.dryRun,
      keepsGood: body.keepGood,
      actor,
      expected: body.digests,
      idempotency,
    });
    void job.ended.then(async (result) => {
      // In the panel a dry run is followed by the import of the same files.
      if (actor.kind === 'api-token' || result?.applied) await uploadsOf(strapi).remove(upload.id);
    });
    return jobOf(job.name);
  }

  const tableView = (
    source: OpenedSource,
    table: OpenedSource['tables'][number],
    rows: readonly unknown[][],
    mappings: readonly ImportMapping[],
    contentTypes: Readonly<Record<string, string>>,
  ) => ({
    name: table.name,
    header: table.header,
    headerRow: table.headerRow,
    rows,
    problems: table.problems.map((problem) => ({
      ...problem,
      message: problemMessage(strapi, problem, requestLanguage(strapi)),
    })),
    /** By mapping what it would read this table as, and how many of the columns it knows. */
    readBy: Object.fromEntries(
      mappings.map(({ name, tables }) => {
        const readers = tables.filter(
          (declared) => sourceTablesFor([{ ...source, tables: [table] }], declared).length > 0,
        );
        return [
          name,
          {
            tables: [
              ...new Set(
                readers.map((declared) =>
                  isDocumentTable(declared)
                    ? (contentTypes[declared.contentType] ?? declared.contentType)
                    : declared.name,
                ),
              ),
            ],
            columns: columnsRead(readers, table.header),
          },
        ];
      }),
    ),
  });

  /** What content types are called, by uid, also in a language of the panel that the site does not have. */
  function contentTypeLabels(language: string): Record<string, string> {
    const { datasets = [] } = strapi.config.get<{ datasets?: readonly DatasetDeclaration[] }>(
      'plugin::accountability',
    );
    return Object.fromEntries(
      datasets
        .filter(({ links, about }) => !links && !about)
        .map(({ contentType, labels }) => [contentType, textIn(labels, language)]),
    );
  }

  async function sampleOf(table: OpenedSource['tables'][number]): Promise<unknown[][]> {
    const rows: unknown[][] = [];
    for await (const row of table.rows()) {
      if (isUnreadable(row)) continue;
      rows.push(row.values.map((value) => (typeof value === 'string' ? value.slice(0, 200) : value)));
      if (rows.length === SAMPLE_ROWS) break;
    }
    return rows;
  }

  return {
    /** The mappings there are. */
    mappings: answered(async (ctx) => {
      assertMay(adminActor(ctx), RUN_IMPORTS);
      const language = requestLanguage(strapi);
      ctx.body = {
        data: (await knownMappings(strapi)).map(({ name, labels, description, saved }) => ({
          name,
          label: textIn(labels, language),
          description: textIn(description, language),
          saved: saved && savedView(saved, language),
        })),
        meta: { languages: languagesIn(strapi, language) },
      };
    }),

    /** Keeps files to be imported, and says what is in them. */
    upload: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, RUN_IMPORTS);
      const files = filesOf(ctx);
      if (files.length === 0) throw new ImportRefusal('NO_FILES');
      const upload = await uploadsOf(strapi).keep(ownerOf(actor), files);
      ctx.status = 201;
      ctx.body = { data: await uploadView(upload.id, actor, {}) };
    }),

    /** What is in kept files when they are read otherwise than detected. */
    readUpload: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, RUN_IMPORTS);
      ctx.body = { data: await uploadView(String(ctx.params.id), actor, parseReadSettings(ctx.query)) };
    }),

    panelStart: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, RUN_IMPORTS);
      const body = parseImportRequest(ctx.request.body);
      const upload = uploadsOf(strapi).find(ownerOf(actor), body.upload ?? '');
      if (!upload) throw new ImportRefusal('NO_SUCH_UPLOAD');
      ctx.status = 202;
      ctx.body = { data: panelJobView(strapi, await start(actor, body, upload), requestLanguage(strapi)) };
    }),

    list: answered(async (ctx) => {
      assertMay(adminActor(ctx), READ_IMPORTS);
      await failAbandoned(strapi);
      const jobs = await listJobs(strapi, LISTED);
      const language = requestLanguage(strapi);
      ctx.body = {
        // For whoever may see imports and not make any.
        meta: {
          contentTypes: contentTypeLabels(language),
          mappings: Object.fromEntries(
            (await knownMappings(strapi)).map(({ name, labels }) => [name, textIn(labels, language)]),
          ),
        },
        data: jobs.map((job) => {
          const { result, ...view } = panelJobView(strapi, job, language);
          return {
            ...view,
            counts: result?.counts ?? null,
            errors: result?.errors,
            warnings: result?.warnings,
          };
        }),
      };
    }),

    panelFind: answered(async (ctx) => {
      assertMay(adminActor(ctx), READ_IMPORTS);
      ctx.body = { data: panelJobView(strapi, await jobOf(String(ctx.params.id)), requestLanguage(strapi)) };
    }),

    report: answered(async (ctx) => {
      assertMay(adminActor(ctx), READ_IMPORTS);
      const job = await jobOf(String(ctx.params.id));
      ctx.set('Content-Disposition', `attachment; filename="import-${job.name}.csv"`);
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = reportFile(strapi, job, requestLanguage(strapi));
    }),

    undo: answered(async (ctx) => {
      const actor = adminActor(ctx);
      assertMay(actor, UNDO_IMPORTS);
      const job = await jobOf(String(ctx.params.id));
      await undoImport(strapi, job);
      ctx.body = { data: panelJobView(strapi, await jobOf(job.name), requestLanguage(strapi)) };
    }),

    /** An import by an API token: 202 and where its state can be seen; the same again for a key that was used. */
    apiStart: answered(async (ctx) => {
      const actor = tokenOf(ctx);
      const files = filesOf(ctx);
      const body = parseImportForm(ctx.request.body);
      await findMapping(strapi, body.mapping);
      if (files.length === 0) throw new ImportRefusal('NO_FILES');
      const idempotency = await idempotencyOf(ctx, actor, body, files);
      const job = (await earlier(idempotency)) ?? (await startKept(actor, body, files, idempotency));
      ctx.status = 202;
      ctx.set('Location', `${ctx.path}/${job.name}`);
      ctx.body = { data: jobView(strapi, job, requestLanguage(strapi)) };
    }),

    apiFind: answered(async (ctx) => {
      const actor = tokenOf(ctx);
      const job = await jobOf(String(ctx.params.id));
      // Of others' imports a token learns nothing.
      if (job.actorKind !== actor.kind || job.actorId !== actor.id) {
        throw new ImportRefusal('NO_SUCH_IMPORT', { import: job.name });
      }
      ctx.body = { data: jobView(strapi, job, requestLanguage(strapi)) };
    }),
  };

  async function startKept(
    actor: Actor,
    body: ImportRequestBody,
    files: ReturnType<typeof filesOf>,
    idempotency: NewJob['idempotency'],
  ): Promise<ImportJob> {
    const upload = await uploadsOf(strapi).keep(ownerOf(actor), files);
    try {
      return await start(actor, body, upload, idempotency);
    } catch (error) {
      await uploadsOf(strapi).remove(upload.id);
      // The same request may have come twice at a time.
      const first = error instanceof ImportRefusal && (await earlier(idempotency));
      if (first) return first;
      throw error;
    }
  }

  /** The import that a request with this key has begun. @throws ImportRefusal 409 where that was another request */
  async function earlier(idempotency: NewJob['idempotency']): Promise<ImportJob | null> {
    const job = idempotency ? await findByKey(strapi, idempotency.key) : null;
    if (job && job.requestDigest !== idempotency?.digest) throw new ImportRefusal('IMPORT_KEY_REUSED');
    return job;
  }

  function tokenOf(ctx: Context): Actor {
    const actor = tokenActor(ctx);
    if (!actor) throw new ImportRefusal('LOGIN_NEEDED');
    assertMay(actor, RUN_IMPORTS);
    return actor;
  }

  async function uploadView(id: string, actor: Actor, settings: ReadSettings) {
    const upload = uploadsOf(strapi).find(ownerOf(actor), id);
    if (!upload) throw new ImportRefusal('NO_SUCH_UPLOAD');
    const { sources, files, problems } = await openSources(upload.files, settings);
    try {
      const generic = genericMapping(strapi)?.of(sources).mapping;
      const mappings = (await knownMappings(strapi)).map((mapping) => ({
        ...mapping,
        tables: generic?.name === mapping.name ? generic.tables : mapping.tables,
      }));
      const language = requestLanguage(strapi);
      const contentTypes = contentTypeLabels(language);
      const views = [];
      for (const source of sources) {
        const tables = [];
        for (const table of source.tables)
          tables.push(tableView(source, table, await sampleOf(table), mappings, contentTypes));
        views.push({ file: source.file, format: source.format, encoding: source.encoding, tables });
      }
      return {
        upload: id,
        files,
        sources: views,
        problems: problems.map((problem) => ({
          ...problem,
          message: problemMessage(strapi, problem, language),
        })),
      };
    } finally {
      for (const source of sources) await source.close();
    }
  }
};

/** How many columns of a header the tables of a mapping know. */
function columnsRead(tables: readonly ImportTable[], header: readonly string[]): number {
  const known = tables
    .flatMap(({ columns }) => columns.flatMap(({ from }) => (from === undefined ? [] : [from])))
    .map((from) => findColumn(header, from));
  return new Set(known.filter((at) => at >= 0)).size;
}

/** The Idempotency-Key of a request, bound to who sent it, with a digest of what came with it. */
async function idempotencyOf(
  ctx: Context,
  actor: Actor,
  body: ImportRequestBody,
  files: ReturnType<typeof filesOf>,
): Promise<NewJob['idempotency']> {
  const key = ctx.get('Idempotency-Key');
  if (!key) return null;
  if (key.length > MAX_KEY_LENGTH) {
    throw requestRefusal('Idempotency-Key', { code: 'too-long', values: { limit: MAX_KEY_LENGTH } });
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([body, await filesAsKept(files)]))
    .digest('hex');
  return {
    key: createHash('sha256')
      .update(JSON.stringify([ownerOf(actor), key]))
      .digest('hex'),
    digest,
  };
}
