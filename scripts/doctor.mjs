#!/usr/bin/env node
/**
 * `npm run doctor`: looks whether state, mirror, history, change log and languages of every document tell the same, and
 * whether what is published could be published today, on the configured database. Changes nothing it looks at. Exit
 * code 0 for a sound database, 1 for one with findings.
 */
import { fileURLToPath } from 'node:url';
import { loadTracker } from './lib/boot.mjs';

const SHOWN = 20;

const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const service = (name) => strapi.plugin('accountability').service(name);
const findings = await service('consistencyChecks').check();
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
  print(`Languages of the panel that the site does not speak: ${undeclaredLanguages.join(', ')}.`);
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
