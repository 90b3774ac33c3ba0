import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { fail, requireNode } from './steps.mjs';

/**
 * The application on the configured database, installed and built where that is needed, without its server. A
 * failure on the way ends the process with a line that says why.
 */
export async function loadTracker(root) {
  requireNode([20, 19]);
  process.chdir(root);
  if ((await ensureInstalled(root)) !== 0) fail('The packages could not be installed; npm says why above.');
  if ((await ensureBuilt(root)) !== 0) fail('The build failed; it says why above.');
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  strapi.log.level = 'error';
  try {
    await strapi.load();
  } catch (error) {
    fail(error.message);
  }
  return strapi;
}
