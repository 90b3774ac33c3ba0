// Fills the configured database for measurements: npm run bench:data -- --commitments 20000
// It adds to what is there, so point it at a database of its own. Texts are in the languages of LOCALES.
import './lib/ensure-built.mjs';
import { openContentApi } from './lib/access.mjs';
import { openDatabase } from './lib/database.mjs';
import { fill } from './lib/fill.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';
import { TEXT_LOCALES } from './lib/texts.mjs';

const commitments = Number(option('commitments', '20000'));
if (!Number.isInteger(commitments) || commitments < 1) {
  print('Give the number of commitments: npm run bench:data -- --commitments 20000');
  // A wrong option or database is reported by the exit code.
  process.exit(1);
}

const settings = databaseSettings();
const locales = (process.env.LOCALES || 'ka,en').split(',').map((entry) => entry.split(':')[0].trim());
const unknown = locales.filter((locale) => !TEXT_LOCALES.includes(locale));
if (unknown.length > 0) {
  print(`There are no texts in ${unknown.join(', ')}: set LOCALES to some of ${TEXT_LOCALES.join(', ')}`);
  // A wrong option or database is reported by the exit code.
  process.exit(1);
}

let database;
try {
  database = await openDatabase(settings);
  await database.all('SELECT id FROM milestones LIMIT 1');
} catch (error) {
  print(`The application's tables are not there (${error.message}).`);
  print('Build and start the application once with the same settings: it makes them.');
  await database?.abandon();
  // A wrong option or database is reported by the exit code.
  process.exit(1);
}

const started = performance.now();
await fill(database, commitments, (done) => print(`${done} of ${commitments} commitments`), locales);
await openContentApi(database);
await database.commit();
const seconds = (performance.now() - started) / 1000;
print(`Done: ${commitments} commitments, ${commitments * 4} milestones, in ${seconds.toFixed(1)} s`);
