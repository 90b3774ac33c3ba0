// What the search costs in a collection of 20,000 commitments with 80,000 milestones: npm run bench:search
// How long the index takes to be made, how long searches of many kinds take, how much memory they add to a process,
// and what it adds to a write. Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of
// the settings, which must be empty. --commitments 20000, --searches 2000, --rounds 3.
import './lib/ensure-built.mjs';
import { openContentApi } from './lib/access.mjs';
import { openDatabase } from './lib/database.mjs';
import { fill } from './lib/fill.mjs';
import { inProcess } from './lib/in-process.mjs';
import { indexed } from './lib/indexed.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { addRareWords } from './lib/rare-words.mjs';
import { keepAlive, median, milliseconds, repeat } from './lib/requests.mjs';
import { searchQueries } from './lib/search-queries.mjs';
import { residentMegabytes, START_COLLECTING, startApplication, usedMegabytes } from './lib/server.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';
import { passOrFail } from './lib/targets.mjs';

const COMMITMENTS = Number(option('commitments', '20000'));
const SEARCHES = Number(option('searches', '2000'));
const ROUNDS = Number(option('rounds', '3'));
const LIMITS = { median: 40, slow: 150, memory: 60, write: 1.15 };
const SETTLED_MS = 5_000;

const removeDatabase = useOwnDatabase('search');
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const addressOf = (base, { locale, q }) => `${base}/api/search?${new URLSearchParams({ q, locale })}`;

async function makeIndex() {
  const start = performance.now();
  const application = await startApplication();
  try {
    await indexed(application.base);
    print(`Index of ${COMMITMENTS} commitments made in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  } finally {
    await application.stop();
  }
}

async function measureSearches(words) {
  const application = await startApplication(START_COLLECTING);
  const { base, pid } = application;
  try {
    await indexed(base);
    // The pages' own lists and the libraries of the first answer are not the index.
    for (const path of ['/commitments', '/api/commitments?pagination[pageSize]=25']) {
      await fetch(`${base}${path}`).then((answer) => answer.text());
    }
    await pause(SETTLED_MS);
    const before = await usedMegabytes(pid);
    const times = [];
    const all = searchQueries(SEARCHES, words);
    for (const [index, query] of all.entries()) {
      const [time] = await repeat(1, addressOf(base, query));
      // The first ones compile what the others use.
      if (index >= 20) times.push({ time, query });
    }
    await pause(SETTLED_MS);
    const resident = residentMegabytes(pid) - before;
    const growth = (await usedMegabytes(pid)) - before;
    times.sort((one, other) => one.time - other.time);
    const slow = times[Math.floor(times.length * 0.99)];
    const middle = median(times.map(({ time }) => time));
    print(
      `${times.length} searches: median ${milliseconds(middle)}: ${passOrFail(middle < LIMITS.median, `${LIMITS.median} ms`)}, ` +
        `p99 ${milliseconds(slow.time)}: ${passOrFail(slow.time < LIMITS.slow, `${LIMITS.slow} ms`)}`,
    );
    for (const { time, query } of times.slice(-5))
      print(`  ${milliseconds(time)} ${query.locale} ${query.q}`);
    print(
      `Memory after them +${growth.toFixed(0)} MB, of ${before.toFixed(0)} MB: ${passOrFail(growth < LIMITS.memory, `${LIMITS.memory} MB`)}; ` +
        `+${resident.toFixed(0)} MB with what was not collected yet`,
    );
  } finally {
    await application.stop();
  }
}

function measureWrites() {
  const runs = { 'writes-without': [], writes: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = Object.keys(runs);
    // In changing order: a machine that slows down counts against both.
    for (const what of round % 2 === 0 ? order : order.reverse()) {
      runs[what].push(inProcess('measure-search.mjs', what));
    }
  }
  const names = {
    write: 'A save with its publishing',
    whole: 'All of them, indexed',
    processor: 'Time on a processor',
  };
  for (const [name, title] of Object.entries(names)) {
    const [without, following] = Object.values(runs).map((all) => median(all.map((run) => run[name])));
    const ratio = following / without;
    print(
      `${title}: ${milliseconds(following)} with the index, ${milliseconds(without)} without, ratio ${ratio.toFixed(2)}: ` +
        passOrFail(ratio <= LIMITS.write, LIMITS.write),
    );
  }
}

try {
  const settings = databaseSettings();
  print(settings.client);
  const first = await startApplication();
  await first.stop();
  const database = await openDatabase(settings);
  await fill(database, COMMITMENTS, () => undefined);
  await openContentApi(database);
  await database.commit();
  const words = await addRareWords(settings);
  print(`${words.ka.length} and ${words.en.length} rare words in Georgian and English`);
  await makeIndex();
  await measureSearches(words);
  measureWrites();
} finally {
  keepAlive.destroy();
  removeDatabase();
}
