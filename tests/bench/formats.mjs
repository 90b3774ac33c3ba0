// Compares each format of the milestones' export with a raw dump of the same rows: npm run bench:formats
// It starts the application on the configured database; fill that with bench:data first.
// Or with the same export by another build, or in other languages, in turn:
// npm run bench:formats -- --formats csv --against FOLDER --against-database COPY [--against-locales ka,en] [--at-most 1.05]
import './lib/ensure-built.mjs';
import { compareBuilds } from './lib/compare-builds.mjs';
import { download } from './lib/download.mjs';
import { median } from './lib/requests.mjs';
import { rawDump } from './lib/raw-dump.mjs';
import { startApplication, watchMemory } from './lib/server.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';

const RUNS = Number(option('runs', '3'));
/** How many times as long as the raw dump a format may take. */
const LIMITS = { csv: 2, ndjson: 2.5, json: 2.5, xml: 3, parquet: 4, xlsx: 8 };
/** `--formats csv,parquet` for some of them. */
const FORMATS = option('formats', Object.keys(LIMITS).join()).split(',');

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

async function compareWithDump(settings) {
  const application = await startApplication();
  try {
    // What the first export of a process pays once belongs to none of the formats.
    const { rows } = await download(application.base, 'csv');
    await rawDump(settings);
    const dumps = [];
    const results = Object.fromEntries(FORMATS.map((format) => [format, []]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const format of FORMATS) {
        const raw = await rawDump(settings);
        const { result, growth } = await watchMemory(application.pid, () =>
          download(application.base, format),
        );
        dumps.push(raw);
        results[format].push({ ...result, growth, ratio: result.seconds / raw.seconds });
      }
    }
    const [{ way, bytes }] = dumps;
    print(`${rows} milestones on ${settings.client}, median of ${RUNS} runs, in turn with the raw dump`);
    print(
      `raw dump (${way})  ${median(dumps.map(({ seconds }) => seconds)).toFixed(2)} s, ${megabytes(bytes)} MB`,
    );
    for (const [format, runs] of Object.entries(results)) {
      const of = (name) => median(runs.map((run) => run[name]));
      const ratio = of('ratio');
      print(
        `${format.padEnd(8)} ${of('seconds').toFixed(2)} s  ${ratio.toFixed(2)} x the dump ` +
          `(at most ${LIMITS[format]}: ${ratio <= LIMITS[format] ? 'met' : 'missed'})  first byte ${of('firstByte').toFixed(0)} ms  ` +
          `${megabytes(of('bytes'))} MB  memory +${Math.max(...runs.map(({ growth }) => growth)).toFixed(0)} MB at most`,
      );
    }
  } finally {
    await application.stop();
  }
}

const settings = databaseSettings();
if (option('against')) await compareBuilds({ settings, formats: FORMATS, runs: RUNS });
else await compareWithDump(settings);
