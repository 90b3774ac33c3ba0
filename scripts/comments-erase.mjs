#!/usr/bin/env node
/**
 * `npm run comments:erase -- --email nino@example.org [--remove] [--dry-run]`: takes an author out of all comments on
 * the configured database, and ends what the address follows by mail. Without `--remove` the texts stay, without a name. Exit code 0 when it is done, also where
 * the address has written nothing; 1 when nothing was changed because of an error; 2 for options that make no sense.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTracker } from './lib/boot.mjs';
import { fail } from './lib/steps.mjs';

const USAGE = 'Usage: npm run comments:erase -- --email ADDRESS [--remove] [--dry-run]';

/** The options given; ends the process where they make no sense. */
function givenOptions() {
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
    // What npm or a shell has made of it is not repeated: an address may be in it.
  }
  return fail(USAGE, 2);
}

const { email, remove, 'dry-run': dryRun } = givenOptions();
const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const mode = remove ? 'remove' : 'anonymise';
let code = 1;
try {
  const { comments, reports, follows } = await strapi
    .plugin('accountability')
    .service('moderation')
    .eraseAuthor({ email, mode, dryRun });
  const what = { anonymise: 'anonymised', remove: 'removed' }[mode];
  process.stdout.write(
    dryRun
      ? `Comments that would be ${what}: ${comments}, with ${reports} reports of them; ended: following of ${follows} documents. Nothing was changed.\n`
      : `Comments ${what}: ${comments}, with ${reports} reports of them; ended: following of ${follows} documents.\n`,
  );
  code = 0;
} catch (error) {
  // The message of a database's error repeats the statement, with the address in it.
  process.stderr.write(`Nothing was changed: ${error.code ?? error.name}\n`);
}
await strapi.destroy();
// The database pool would keep the process alive.
process.exit(code);
