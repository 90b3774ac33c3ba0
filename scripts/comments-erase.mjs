#!/usr/bin/env node
/**
 * `npm run comments:erase -- --email nino@example.org`: takes the author away from all comments sent with an e-mail
 * address, on the configured database. `--remove` takes the texts too, `--dry-run` only counts. Exit code 0 when it is
 * done, also where there was nothing to do; 1 when it failed, and nothing has changed then; 2 for a wrong call.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTracker } from './lib/boot.mjs';
import { fail } from './lib/steps.mjs';

const USAGE = 'npm run comments:erase -- --email nino@example.org [--remove] [--dry-run]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        remove: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (values.email?.includes('@')) return values;
  } catch {
    // Said below.
  }
  return fail(`Give the e-mail address whose author is to be erased: ${USAGE}`, 2);
}

const { email, remove, 'dry-run': dryRun } = readArguments();
const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const print = (line) => process.stdout.write(`${line}\n`);
let code = 0;
try {
  const mode = remove ? 'remove' : 'anonymise';
  const erased = await strapi
    .plugin('accountability')
    .service('moderation')
    .eraseAuthor({ email, mode, dryRun });
  if (dryRun) print('Nothing has been changed; this is what would be:');
  print(
    `${erased.anonymised} comments made anonymous, ${erased.removed} removed, ${erased.emptied} emptied.`,
  );
  if (erased.emptied > 0) print('The emptied ones have been answered by others and keep their place.');
  const releases = await strapi.db.query('plugin::accountability.release').count();
  if (releases > 0) print(`Releases that were made before are files and stay as they are: ${releases}.`);
} catch (error) {
  code = 1;
  // The message of a database's error repeats the statement with its values.
  print(`Nothing was erased (${error.code ?? error.name}).`);
}
await strapi.destroy();
// The database pool would keep the process alive.
process.exit(code);
