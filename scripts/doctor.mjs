#!/usr/bin/env node
/**
 * `npm run doctor`: looks whether state, mirror, history, change log and languages of every document agree, and
 * whether what is published could be published today, on the configured database. Changes nothing it looks at. Exit
 * code 0 for a consistent database, 1 for one with findings, 2 where an import is writing: what it has not finished
 * would look like faults.
 */
import { fileURLToPath } from 'node:url';
import { loadTracker } from './lib/boot.mjs';

const SHOWN = 20;

const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const service = (name) => strapi.plugin('accountability').service(name);
let since = await service('imports').unfinishedSince();
const findings = since === null ? await service('consistencyChecks').check() : [];
// One that has begun meanwhile.
since ??= await service('imports').unfinishedSince();
if (since !== null) {
  process.stderr.write(
    `An import has been writing since ${since}, and its documents are not whole yet. Run this again when it has ended.\n`,
  );
  await strapi.destroy();
  // Not 1, which says that there are findings.
  process.exit(2);
}
const undeclared = await service('workflows').undeclared();
const documents = await service('consistencyChecks').documents();
const undeclaredLanguages = await service('languages').undeclared();

const print = (line) => process.stdout.write(`${line}\n`);
for (const { contentType, workflow, state, documents } of undeclared) {
  print(
    `${documents} documents of ${contentType} are in "${state}", a state "${workflow}" does not declare.`,
  );
}
if (undeclaredLanguages.length > 0) {
  print(`Languages of the panel that are not the site's: ${undeclaredLanguages.join(', ')}.`);
}
const codes = [...new Set(findings.map(({ code }) => code))];
for (const code of codes) {
  const found = findings.filter((finding) => finding.code === code);
  print(`${code}: ${found.length} documents`);
  for (const { contentType, workflow, documentId } of found.slice(0, SHOWN)) {
    print(`  ${contentType} ${documentId}${workflow ? ` (${workflow})` : ''}`);
  }
  if (found.length > SHOWN) print(`  and ${found.length - SHOWN} more`);
}
if (findings.length === 0) {
  print(
    documents === 0
      ? 'There is no content in this database, so nothing was compared. Is it the one you mean?'
      : `State, mirror, history, change log and languages agree on every document; there are ${documents}.`,
  );
}
await strapi.destroy();
// The code is the answer for whoever runs it from a script, and the database pool would keep the process alive.
process.exit(findings.length === 0 ? 0 : 1);
