// What the public pages cost a reader and the server: npm run bench:pages
// Visits on a throttled phone, typing into the search of a long list, and rates of pages beside the API's answers.
// Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of the settings, which must be
// empty. --runs 5 visits of each page, --rounds 10 of the rates; --only phone,typing,rates does a part.
import './lib/ensure-built.mjs';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { openDatabase } from './lib/database.mjs';
import { fill } from './lib/fill.mjs';
import { commitmentRequests, listRequests } from './lib/page-requests.mjs';
import { SLOW_4G, visit } from './lib/phone.mjs';
import { changeState } from './lib/public-change.mjs';
import { ratesInTurn } from './lib/rates.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { keepAlive, median, milliseconds, repeat } from './lib/requests.mjs';
import { startApplication } from './lib/server.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';
import { highest, passOrFail } from './lib/targets.mjs';
import { typeWord } from './lib/typing.mjs';

const RUNS = Number(option('runs', '5'));
const ROUNDS = Number(option('rounds', '10'));
const parts = option('only', 'phone,typing,rates').split(',');
const COMMITMENTS = 2_000;
const LIMITS = { largest: 1_000, shift: 0.02, transfer: 150_000, script: 60_000, rate: 1 / 3 };
const KUTAISI = '/commitments/open-data-kutaisi';
const VISITED = [
  KUTAISI,
  `${KUTAISI}/comment-sent`,
  '/',
  '/commitments',
  '/organisations',
  '/organisations/kutaisi-city-hall',
  '/plans/georgia-2018-2019',
  '/compare',
  '/data',
  '/commitments/none',
];
/** The waiting time Lighthouse puts on each request where it simulates this network in the browser. */
const LIGHTHOUSE_LATENCY = SLOW_4G.latency * 3.75;
const AT_ONCE = 8;
const REQUESTS = 100;
const CHANGES = 5;

const removeDatabase = useOwnDatabase('pages');
process.env.SEED_DEMO = 'true';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const rounded = (value) => `${Math.round(value)} ms`;

async function measureVisits(browser, base) {
  print(`${RUNS} visits of each page on a phone, medians`);
  for (const page of VISITED) {
    for (const language of ['ka', 'en']) {
      const address = `${base}${page}${language === 'ka' ? '' : `?locale=${language}`}`;
      const visits = [];
      for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, address));
      printVisits(`${page} ${language}`, visits);
    }
  }
  const visits = [];
  const slower = { ...SLOW_4G, latency: LIGHTHOUSE_LATENCY };
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, `${base}${KUTAISI}`, slower));
  const largest = median(visits.map((one) => one.largest));
  print(`${KUTAISI} ka with ${LIGHTHOUSE_LATENCY} ms a request: largest paint ${rounded(largest)}`);
}

function printVisits(name, visits) {
  const of = (take) => visits.map(take);
  const largest = median(of((one) => one.largest));
  const shift = highest(of((one) => one.shift));
  const { transfer, script, scriptText, requests } = visits.at(-1);
  print(`${name}:`);
  print(
    `  largest paint ${rounded(largest)}, at most ${rounded(highest(of((one) => one.largest)))}: ` +
      passOrFail(largest < LIMITS.largest, '1000 ms'),
  );
  print(`  layout shift ${shift.toFixed(4)}: ${passOrFail(shift < LIMITS.shift, LIMITS.shift)}`);
  print(
    `  transfer ${kilobytes(transfer)} in ${requests} requests: ${passOrFail(transfer < LIMITS.transfer, '150 kB')}`,
  );
  print(
    `  script ${kilobytes(scriptText)}, packed ${kilobytes(script)}: ${passOrFail(scriptText <= LIMITS.script, '60 kB')}`,
  );
  print(
    `  first paint ${rounded(median(of((one) => one.first)))}, blocked ` +
      `${rounded(median(of((one) => one.blocked)))}, running scripts ` +
      `${rounded(median(of(({ work }) => work.script)))}, layout and styles ` +
      rounded(median(of(({ work }) => work.layout))),
  );
}

async function measureTyping(browser, base) {
  for (const [language, word] of [
    ['ka', 'ბიუჯეტის'],
    ['en', 'procurement'],
  ]) {
    const address = `${base}/commitments${language === 'ka' ? '' : `?locale=${language}`}`;
    const { letters, requestsOfWord } = await typeWord(browser, address, word);
    const most = highest(letters.map((letter) => letter.requests));
    const times = letters.map((letter) => letter.time);
    const answers = letters.map((letter) => letter.answer);
    print(
      `A letter typed into the search of ${COMMITMENTS} commitments (${language}): ${most} request: ` +
        passOrFail(most === 1, 'under 100 ms or one request'),
    );
    print(
      `  shown after ${rounded(median(times))}, at most ${rounded(highest(times))}; ` +
        `of it the server's answer ${rounded(median(answers))}, at most ${rounded(highest(answers))}; ` +
        `the word typed at once: ${requestsOfWord} request`,
    );
  }
}

async function measureRates(base, name, kinds) {
  const rates = await ratesInTurn(base, kinds, { rounds: ROUNDS, count: REQUESTS, atOnce: AT_ONCE });
  const share = (kind) => `${rates[kind].toFixed(0)}/s, ${(rates[kind] / rates.api).toFixed(2)} of it`;
  print(`${name}, ${AT_ONCE} requests at a time: the API's answer ${rates.api.toFixed(0)}/s`);
  for (const [kind, words] of [
    ['kept', 'page kept'],
    ['anew', 'page rendered again'],
  ]) {
    print(`  ${words} ${share(kind)}: ${passOrFail(rates[kind] >= rates.api * LIMITS.rate, 'a third')}`);
  }
  print(`  304 ${share('known')}`);
}

async function measureChanges(base, name, path) {
  const times = [];
  for (let change = 0; change < CHANGES; change += 1) {
    await changeState();
    times.push(...(await repeat(1, `${base}${path}`)));
  }
  print(`${name}: the first one after a change ${milliseconds(median(times))}`);
}

async function addCommitments() {
  const database = await openDatabase(databaseSettings());
  await fill(database, COMMITMENTS, () => undefined);
  await database.commit();
}

/** The built application while something is measured. */
async function withApplication(work) {
  const application = await startApplication();
  try {
    await work(application.base);
  } finally {
    await application.stop();
  }
}

let browser;
try {
  browser = await launchBrowser();
  print(databaseSettings().client);
  await withApplication(async (base) => {
    if (parts.includes('phone')) await measureVisits(browser, base);
  });
  if (parts.includes('typing') || parts.includes('rates')) {
    await addCommitments();
    await withApplication(async (base) => {
      if (parts.includes('typing')) await measureTyping(browser, base);
      await browser.close();
      if (!parts.includes('rates')) return;
      const known = `${base}/api/commitments?filters[slug][$eq]=open-data-kutaisi&fields=slug`;
      const { data } = await fetch(known).then((answer) => answer.json());
      await measureRates(base, 'A commitment', await commitmentRequests(base, data[0]));
      await measureRates(base, 'The list', await listRequests(base));
      await measureChanges(base, 'A commitment', KUTAISI);
      await measureChanges(base, 'The list', '/commitments');
    });
  }
} finally {
  await browser?.close();
  keepAlive.destroy();
  removeDatabase();
}
