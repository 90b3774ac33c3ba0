#!/usr/bin/env node
/**
 * `npm run doctor`: looks whether state, mirror, history and change log of every document tell the same, on the
 * configured database. Changes nothing it looks at. Exit code 0 for a sound database, 1 for one with findings.
 */
import { fileURLToPath } from 'node:url';
import { loadTracker } from './lib/boot.mjs';

const SHOWN = 20;

const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const workflows = strapi.plugin('accountability').service('workflows');
const findings = await workflows.examine();
const undeclared = await workflows.undeclared();
findings.push(...(await strapi.plugin('accountability').service('changeLog').examine()));

const print = (line) => process.stdout.write(`${line}\n`);
for (const { contentType, workflow, state, documents } of undeclared) {
  print(
    `${documents} documents of ${contentType} are in "${state}", a state "${workflow}" does not declare.`,
  );
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
print(findings.length === 0 ? 'State, mirror, history and change log agree on every document.' : '');
await strapi.destroy();
// The code is the answer for whoever runs it from a script, and the database pool would keep the process alive.
process.exit(findings.length === 0 ? 0 : 1);
