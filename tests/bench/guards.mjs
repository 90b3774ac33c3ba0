// What the guards of the content API cost, and what they are worth: npm run bench:guards
// First the rates of the same build with the guards and without them, in turn. Then the most expensive one request that is still
// allowed, sent by one address in a loop of ten at a time, beside another address that reads one document.
// Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of the settings, which must be
// empty. --rounds 20 of the rates, --commitments 3000, --seconds 20 of the loop; --only rates,loop does a part.
import './lib/ensure-built.mjs';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { openContentApi } from './lib/access.mjs';
import { openDatabase } from './lib/database.mjs';
import { mostExpensiveAllowed } from './lib/expensive-requests.mjs';
import { fill } from './lib/fill.mjs';
import { rateOf } from './lib/rates.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { keepAlive, median, milliseconds } from './lib/requests.mjs';
import { processorSeconds, startApplication } from './lib/server.mjs';
import { databaseSettings, option, print, root } from './lib/settings.mjs';
import { passOrFail } from './lib/targets.mjs';

const ROUNDS = Number(option('rounds', '20'));
const COMMITMENTS = Number(option('commitments', '3000'));
const SECONDS = Number(option('seconds', '20'));
const parts = option('only', 'rates,loop').split(',');
const [MIN_RATE, MAX_RATIO] = [0.97, 3];
const [REQUESTS, RATES_AT_ONCE] = [150, 8];
const AT_ONCE = 10;
/** How many of the expensive requests are tried in a loop: the most expensive one is not always the worst for others. */
const TRIED = Number(option('tried', '4'));
const SERVE = path.join(root, 'tests/bench/lib/serve.mjs');
const [READER, CLIENT] = ['203.0.113.1', '203.0.113.2'];

const removeDatabase = useOwnDatabase('guards');
// Addresses of clients are sent in the header of a proxy.
process.env.IS_PROXIED = 'true';
process.env.SEED_DEMO = 'true';

/** Connections of their own for each address. */
const agents = { [READER]: new Agent({ keepAlive: true }), [CLIENT]: new Agent({ keepAlive: true }) };

const getOnce = (url, from) =>
  new Promise((resolve, reject) => {
    get(url, { agent: agents[from], headers: { 'X-Forwarded-For': from } }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
      answer.once('error', reject);
    }).once('error', reject);
  });

/**
 * One GET of an address; its time and status. A connection that the server closes just when it is used again is
 * replaced, as browsers do.
 */
async function ask(url, from) {
  const start = performance.now();
  const status = await getOnce(url, from).catch((error) => {
    if (error.code !== 'ECONNRESET') throw error;
    return getOnce(url, from);
  });
  return { time: performance.now() - start, status };
}

/**
 * Rates of both applications, in turn and each first as often as the other. A busy machine makes rates of the clock
 * differ by more than the guards do; what the processor did for an answer does not depend on who else uses it.
 */
async function measureRates(guarded, open, address) {
  const applications = [guarded, open];
  const rates = new Map(applications.map((application) => [application, []]));
  const seconds = new Map(applications.map((application) => [application, 0]));
  const rate = ({ base }) =>
    rateOf(base, () => ({ path: address }), { count: REQUESTS, atOnce: RATES_AT_ONCE });
  for (const application of applications) await rate(application);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const application of round % 2 ? applications : [...applications].reverse()) {
      const before = processorSeconds(application.pid);
      rates.get(application).push(await rate(application));
      seconds.set(application, seconds.get(application) + processorSeconds(application.pid) - before);
    }
  }
  const ratios = rates.get(guarded).map((value, round) => value / rates.get(open)[round]);
  const work = (application) => (seconds.get(application) / (ROUNDS * REQUESTS)) * 1000;
  const ratio = work(open) / work(guarded);
  print(
    `${address}:\n  by the clock ${median(rates.get(guarded)).toFixed(0)}/s with the guards, ` +
      `${median(rates.get(open)).toFixed(0)}/s without, median ratio ${median(ratios).toFixed(3)}`,
  );
  print(
    `  by the processor ${milliseconds(work(guarded))} an answer with the guards, ` +
      `${milliseconds(work(open))} without, ratio ${ratio.toFixed(3)}: ${passOrFail(ratio >= MIN_RATE, MIN_RATE)}`,
  );
}

/** Reads one document after the other for some time; the times. */
async function read(url, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const { time, status } = await ask(url, READER);
    if (status !== 200) throw new Error(`A reader was answered ${status}`);
    times.push(time);
  }
  return times;
}

async function measureLoop(base, one, request) {
  const idle = median(await read(`${base}${one}`, 3));
  const answers = {};
  let isRunning = true;
  const client = async () => {
    while (isRunning) {
      const { status } = await ask(`${base}${request.path}`, CLIENT);
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  const clients = Array.from({ length: AT_ONCE }, client);
  const times = await read(`${base}${one}`, SECONDS);
  isRunning = false;
  await Promise.all(clients);
  const ratio = median(times) / idle;
  print(`${decodeURI(request.path)} (${milliseconds(request.time)} alone, ${request.length} bytes)`);
  print(
    `  a reader: ${milliseconds(idle)} idle, ${milliseconds(median(times))} meanwhile, longest ` +
      `${milliseconds(Math.max(...times))}, ${times.length} answers, ratio ${ratio.toFixed(2)}: ` +
      `${passOrFail(ratio <= MAX_RATIO, MAX_RATIO)}; who asks was answered ${JSON.stringify(answers)}`,
  );
}

async function firstCommitment(base) {
  const { data } = await fetch(`${base}/api/commitments?pagination[pageSize]=1`).then((answer) =>
    answer.json(),
  );
  return `/api/commitments/${data[0].documentId}`;
}

try {
  print(`${databaseSettings().client}, ${COMMITMENTS} commitments`);
  await (await startApplication()).stop();
  const database = await openDatabase(databaseSettings());
  await fill(database, COMMITMENTS, () => undefined);
  await openContentApi(database);
  await database.commit();

  const guarded = await startApplication([SERVE]);
  try {
    const one = await firstCommitment(guarded.base);
    if (parts.includes('rates')) {
      const open = await startApplication([SERVE, '--without-guards']);
      try {
        await measureRates(guarded, open, one);
        await measureRates(guarded, open, '/api/commitments?pagination[pageSize]=20');
        await measureRates(guarded, open, `${one}?populate=milestones.partners,leadAgencies,timeframe`);
      } finally {
        await open.stop();
      }
    }
    if (parts.includes('loop')) {
      const mostExpensive = await mostExpensiveAllowed(guarded.base);
      for (const { path: address, time } of mostExpensive)
        print(`${milliseconds(time)}  ${decodeURI(address)}`);
      for (const request of mostExpensive.slice(0, TRIED)) await measureLoop(guarded.base, one, request);
    }
  } finally {
    await guarded.stop();
  }
} finally {
  for (const agent of Object.values(agents)) agent.destroy();
  keepAlive.destroy();
  removeDatabase();
}
