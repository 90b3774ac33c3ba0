import { openDatabase } from './database.mjs';
import { databaseSettings } from './settings.mjs';

/** Makes the public state of the site another one, as a change of an editor does: the log of changes has a new end. */
export async function changeState() {
  const database = await openDatabase(databaseSettings());
  const columns = '"document_id", "subject_type", "subject_id", "kind", "at"';
  await database.all(
    `INSERT INTO "accountability_changes" (${columns}) SELECT ${columns} FROM "accountability_changes" ` +
      `WHERE "kind" <> 'baseline' ORDER BY "id" DESC LIMIT 1 RETURNING "id"`,
  );
  await database.commit();
}
