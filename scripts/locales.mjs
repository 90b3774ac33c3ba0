#!/usr/bin/env node
/**
 * `npm run locales -- --add fr` and `-- --remove fr`: says what it would mean to add a language to a site that has
 * content, or to take one out, on the configured database. With `--apply` it adds the language to the database, or
 * deletes it with its texts; the setting LOCALES says which are the site's. Exit code 0 when it is done or
 * said, 1 when nothing was changed because it cannot be done, 2 for options that make no sense.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTracker } from './lib/boot.mjs';
import { localePlanLines } from './lib/locale-plan.mjs';
import { fail } from './lib/steps.mjs';

const USAGE = 'Usage: npm run locales -- (--add CODE | --remove CODE) [--apply]';

/** The options given; ends the process where they make no sense. */
function givenOptions() {
  try {
    const { values } = parseArgs({
      options: {
        add: { type: 'string' },
        remove: { type: 'string' },
        apply: { type: 'boolean', default: false },
      },
    });
    if (Boolean(values.add) !== Boolean(values.remove)) return values;
  } catch {
    // The usage says what there is.
  }
  return fail(USAGE, 2);
}

const { add, remove, apply } = givenOptions();
const code = add ?? remove;
const change = add ? 'add' : 'remove';
const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const languages = strapi.plugin('accountability').service('languages');
const print = (line) => process.stdout.write(`${line}\n`);
let exitCode = 1;
try {
  const plan = await languages.plan(code, change);
  if (plan.name === null)
    throw new Error(`Strapi knows no language "${code}"; its list has codes such as es and pt-BR`);
  for (const line of localePlanLines(plan, change, apply)) print(line);
  if (apply) {
    await languages[change](code);
    print(add ? `${code} is in the database.` : `${code} and its texts are deleted.`);
    const findings = add ? [] : await strapi.plugin('accountability').service('consistencyChecks').check();
    if (findings.length > 0) print(`npm run doctor finds ${findings.length} documents to look at.`);
  } else {
    print('Nothing was changed.');
  }
  exitCode = 0;
} catch (error) {
  process.stderr.write(`Nothing was changed: ${error.message}\n`);
}
await strapi.destroy();
// The database pool would keep the process alive.
process.exit(exitCode);
