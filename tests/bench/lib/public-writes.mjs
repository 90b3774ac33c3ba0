import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** One connection to the configured database, beside the application. */
function connect(settings) {
  const knex = require('knex');
  if (settings.client === 'sqlite') {
    const database = knex({
      client: 'better-sqlite3',
      connection: { filename: settings.filename },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    return { database, prepare: () => database.raw('PRAGMA busy_timeout = 15000') };
  }
  const database = knex({ client: 'pg', connection: settings.connection, pool: { min: 1, max: 1 } });
  return { database, prepare: () => database.raw(`SET search_path TO "${settings.schema ?? 'public'}"`) };
}

/**
 * Writes public changes of commitments as the application's own transactions leave them: the rows of the document, and a
 * row of the change log. What guards and rules cost is not in it.
 */
export async function openPublicWrites(settings) {
  const { database, prepare } = connect(settings);
  await prepare();
  const documents = await database('commitments')
    .whereNotNull('published_at')
    .distinct()
    .pluck('document_id');
  let count = 0;
  return {
    documents,
    /** Changes one commitment, by default the next one. */
    async write(documentId = documents[(count * 7919) % documents.length]) {
      count += 1;
      await database.transaction(async (trx) => {
        const title = `Written ${count} times while it was measured`;
        await trx('commitments').where({ document_id: documentId, locale: 'en' }).update({ title });
        await trx('accountability_changes').insert({
          document_id: `bench${String(count).padStart(19, '0')}`,
          subject_type: 'api::commitment.commitment',
          subject_id: documentId,
          kind: 'updated',
          at: settings.client === 'sqlite' ? Date.now() : new Date(),
        });
      });
    },
    close: () => database.destroy(),
  };
}
