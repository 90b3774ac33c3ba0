// What a page costs after a change, and while documents are written, in a small and in a large collection:
// npm run bench:scale
// Each page is asked for after one commitment has changed, and the page of a commitment that was read before also after
// another one has, in turn with the API's answer for one commitment with everything populated, which is the yardstick.
// Then pages are asked for while 50 documents a second are written.
// Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of the settings, which must be
// empty. --sizes 1000,20000 commitments, --rounds 25.
import './lib/ensure-built.mjs';
import { openContentApi } from './lib/access.mjs';
import { openDatabase } from './lib/database.mjs';
import { fill } from './lib/fill.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { openPublicWrites } from './lib/public-writes.mjs';
import { keepAlive, median, milliseconds, repeat } from './lib/requests.mjs';
import { residentMegabytes, startApplication } from './lib/server.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';
import { passOrFail } from './lib/targets.mjs';

const SIZES = option('sizes', '1000,20000').split(',').map(Number);
const ROUNDS = Number(option('rounds', '25'));
const PAGES = ['home', 'list', 'commitment', 'elsewhere'];
const NAMES = { elsewhere: 'a commitment after a change of another one' };
const LIMITS = { api: 2, growth: 1.5, writing: 30 };
const WRITES_PER_SECOND = 50;
const WRITING_MS = 15_000;
const PAUSE_MS = 20;
const PACKED = { 'Accept-Encoding': 'gzip, deflate, br' };

const removeDatabase = useOwnDatabase('scale');
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Adds commitments, and gives the number there is afterwards. */
async function grow(from, to) {
  const application = await startApplication();
  await application.stop();
  const database = await openDatabase(databaseSettings());
  await fill(database, to - from, () => undefined);
  await openContentApi(database);
  await database.commit();
}

async function addresses(base, documentId) {
  const known = await fetch(`${base}/api/commitments/${documentId}?fields=slug`).then((answer) =>
    answer.json(),
  );
  return {
    api: `${base}/api/commitments/${documentId}?populate=*`,
    home: `${base}/`,
    list: `${base}/commitments`,
    commitment: `${base}/commitments/${known.data.slug}`,
    // The same page, after a change of another commitment.
    elsewhere: `${base}/commitments/${known.data.slug}`,
  };
}

/** Asks for a page until there is one: reading everything may take longer than one request. @returns how often it was refused */
async function firstPage(base) {
  for (let refused = 0; ; refused += 1) {
    const answer = await fetch(`${base}/commitments`);
    await answer.text();
    if (answer.ok) return refused;
  }
}

/** Medians of each page after a change, and of the API's answer, in turn. */
async function afterChanges(base, writes) {
  const [documentId, otherId] = writes.documents;
  const urls = await addresses(base, documentId);
  const times = Object.fromEntries(Object.keys(urls).map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(urls)) {
      // A page keeps what was read of its commitment after the last change of it.
      if (name === 'elsewhere') await repeat(1, url, PACKED);
      await writes.write(name === 'elsewhere' ? otherId : documentId);
      // So that the site does not count as busy: this is ordinary editing.
      await pause(PAUSE_MS * 6);
      const [time] = await repeat(1, url, PACKED);
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** Asks for pages one after the other while documents are written. */
async function whileWriting(base, writes) {
  const { api: _api, elsewhere: _elsewhere, ...pages } = await addresses(base, writes.documents[0]);
  const until = Date.now() + WRITING_MS;
  let written = 0;
  const writing = (async () => {
    const started = Date.now();
    while (Date.now() < until) {
      await writes.write();
      written += 1;
      const ahead = (written / WRITES_PER_SECOND) * 1000 - (Date.now() - started);
      if (ahead > 0) await pause(ahead);
    }
  })();
  const times = [];
  let failures = 0;
  while (Date.now() < until) {
    for (const url of Object.values(pages)) {
      const result = await repeat(1, url, PACKED).catch(() => null);
      if (result) times.push(...result);
      else failures += 1;
      await pause(PAUSE_MS);
    }
  }
  await writing;
  const slowest = [...times].sort((one, other) => other - one)[0];
  return {
    median: median(times),
    slowest,
    failures,
    pages: times.length,
    written: written / (WRITING_MS / 1000),
  };
}

const results = new Map();
try {
  const settings = databaseSettings();
  print(settings.client);
  let size = 0;
  for (const next of SIZES) {
    await grow(size, next);
    size = next;
    const application = await startApplication();
    const writes = await openPublicWrites(settings);
    try {
      const { base, pid } = application;
      const before = residentMegabytes(pid);
      const first = performance.now();
      const refused = await firstPage(base);
      print(
        `${size} commitments: the first page of all, which reads everything, ${milliseconds(performance.now() - first)}, ` +
          `after ${refused} answers with 503; ` +
          `memory ${before.toFixed(0)} MB before, ${residentMegabytes(pid).toFixed(0)} MB after`,
      );
      const medians = await afterChanges(base, writes);
      results.set(size, medians);
      print(`  after one change each: the API's answer ${milliseconds(medians.api)}`);
      for (const name of PAGES) {
        const ratio = medians[name] / medians.api;
        print(
          `  ${NAMES[name] ?? name} ${milliseconds(medians[name])}, ${ratio.toFixed(2)} times it: ${passOrFail(ratio <= LIMITS.api, `${LIMITS.api} times`)}`,
        );
      }
      const busy = await whileWriting(base, writes);
      const isMet = busy.median < LIMITS.writing && busy.failures === 0;
      print(
        `  while ${busy.written.toFixed(0)} documents a second are written: median ${milliseconds(busy.median)}, at most ` +
          `${milliseconds(busy.slowest)}, ${busy.failures} of ${busy.pages + busy.failures} failed: ` +
          passOrFail(isMet, `${LIMITS.writing} ms, none failed`),
      );
    } finally {
      await writes.close();
      await application.stop();
    }
  }
  const [smallest, largest] = [SIZES[0], SIZES.at(-1)];
  for (const name of PAGES) {
    const ratio = results.get(largest)[name] / results.get(smallest)[name];
    print(
      `${NAMES[name] ?? name} with ${largest} against ${smallest} commitments: ${ratio.toFixed(2)}: ${passOrFail(ratio <= LIMITS.growth, LIMITS.growth)}`,
    );
  }
} finally {
  keepAlive.destroy();
  removeDatabase();
}
