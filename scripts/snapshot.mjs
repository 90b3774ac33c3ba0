#!/usr/bin/env node
/**
 * `npm run snapshot`: keeps a release of all open data, on the configured database and upload provider. Exit code 0
 * when there is a release of the present content, new or not; 1 when none could be made.
 */
import { fileURLToPath } from 'node:url';
import { loadTracker } from './lib/boot.mjs';

const strapi = await loadTracker(fileURLToPath(new URL('..', import.meta.url)));
const print = (line) => process.stdout.write(`${line}\n`);
let code = 1;
try {
  const { outcome, release } = await strapi.plugin('accountability').service('releases').make();
  if (outcome === 'busy') {
    print('Another release is being made at the moment. If its process has died, try again in two minutes.');
  } else {
    code = 0;
    print(
      outcome === 'made'
        ? `Release ${release.version}: ${release.bytes} bytes, sha256 ${release.sha256}`
        : `Nothing has changed since release ${release.version}; no new one is needed.`,
    );
  }
} catch (error) {
  print(`No release was made: ${error.message}`);
}
await strapi.destroy();
// The database pool would keep the process alive.
process.exit(code);
