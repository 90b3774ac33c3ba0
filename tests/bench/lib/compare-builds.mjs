import path from 'node:path';
import { download } from './download.mjs';
import { indexed } from './indexed.mjs';
import { processorSeconds, startApplication } from './server.mjs';
import { option, print } from './settings.mjs';
import { median } from './requests.mjs';

/** Where the other build's data is, as a setting of its own: a file of SQLite, or a database of the same PostgreSQL. */
const databaseSetting = (settings, place) =>
  settings.client === 'sqlite' ? { DATABASE_FILENAME: path.resolve(place) } : { DATABASE_NAME: place };

/** A download with the processor time the server and its threads spend on it. */
async function measured({ base, pid }, format, fields) {
  const before = processorSeconds(pid);
  const { seconds, bytes, rows } = await download(base, format, fields);
  return { seconds, processor: processorSeconds(pid) - before, bytes, rows };
}

/**
 * Times exports by this build and by another one in turn, each on its own database, and prints their ratio:
 * `--against FOLDER` of the other build, `--against-database` its database, `--against-locales` its languages where they
 * differ, `--at-most` the ratio allowed, `--fields` the columns where one build has more of them.
 * @param settings of the database of this build
 */
export async function compareBuilds({ settings, formats, runs }) {
  const folder = path.resolve(option('against'));
  const place = option('against-database');
  if (!place) throw new Error('Name the database of the other build: --against-database, a copy of this one');
  const locales = option('against-locales');
  const limit = Number(option('at-most', '1.05'));
  const fields = option('fields', '');
  const builds = {};
  try {
    builds.this = await startApplication();
    builds.other = await startApplication(undefined, {
      folder,
      environment: { ...databaseSetting(settings, place), ...(locales && { LOCALES: locales }) },
    });
    for (const build of Object.values(builds)) await indexed(build.base);
    for (const format of formats) {
      const results = { this: [], other: [] };
      // What the first export of a process pays once belongs to none of the turns.
      for (const build of Object.values(builds)) await download(build.base, format, fields);
      for (let run = 0; run < runs; run += 1) {
        // Who begins takes turns as well.
        for (const name of run % 2 ? ['other', 'this'] : ['this', 'other']) {
          results[name].push(await measured(builds[name], format, fields));
        }
      }
      report(format, results, limit);
    }
  } finally {
    for (const build of Object.values(builds)) await build.stop();
  }
}

function report(format, results, limit) {
  const of = (name, what) => median(results[name].map((run) => run[what]));
  for (const name of ['this', 'other']) {
    const times = results[name].map(({ seconds }) => seconds.toFixed(2)).join(', ');
    print(
      `${format} ${name.padEnd(5)}  ${of(name, 'seconds').toFixed(2)} s (${times})  processor ${of(name, 'processor').toFixed(2)} s  ` +
        `${results[name][0].rows} rows, ${(of(name, 'bytes') / 1e6).toFixed(1)} MB`,
    );
  }
  const ratio = of('this', 'seconds') / of('other', 'seconds');
  const ofProcessor = of('this', 'processor') / of('other', 'processor');
  print(
    `${format} ratio  ${ratio.toFixed(3)} by the clock, ${ofProcessor.toFixed(3)} by processor time ` +
      `(at most ${limit}: ${ratio <= limit ? 'met' : 'missed'})`,
  );
}
