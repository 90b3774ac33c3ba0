// What small requests cost: a 304 beside a request of the content API, the first byte of an export, and reading while
// an export runs: npm run bench:requests
// It starts the application on the configured database; fill that with bench:data first.
import './lib/ensure-built.mjs';
import { Agent, get } from 'node:http';
import { startApplication } from './lib/server.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';

const RUNS = Number(option('runs', '200'));
const FORMATS = ['csv', 'ndjson', 'json', 'xml', 'parquet', 'xlsx'];
const agent = new Agent({ keepAlive: true });
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const milliseconds = (value) => `${value.toFixed(2)} ms`;

/** One request on a connection that is open already; the time until the first byte and until the end. */
const request = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent, headers }, (answer) => {
      let first;
      answer.on('data', () => (first ??= performance.now() - start));
      answer.once('end', () => {
        const { statusCode: status } = answer;
        resolve({ status, headers: answer.headers, first, time: performance.now() - start });
      });
      answer.once('error', reject);
    }).once('error', reject);
  });

/** Time until the first byte; the reader hangs up then. */
const firstByte = (url, headers) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent, headers }, (answer) => {
      answer.once('data', () => {
        resolve(performance.now() - start);
        answer.destroy();
      });
      answer.on('error', () => undefined);
    }).once('error', reject);
  });

async function repeat(times, url, headers, expected = 200) {
  const results = [];
  for (let run = 0; run < times; run += 1) {
    const result = await request(url, headers);
    if (result.status !== expected) throw new Error(`${url} answered ${result.status}, not ${expected}`);
    results.push(result);
  }
  return results;
}
const timeOf = (results) => median(results.map(({ time }) => time));

const application = await startApplication();
try {
  const openData = `${application.base}/api/open-data`;
  const page = `${application.base}/api/commitments?pagination[pageSize]=1`;
  const { headers } = await request(`${openData}/commitments.csv`);
  const known = { 'If-None-Match': headers.etag };
  await repeat(50, page);
  await repeat(50, `${openData}/commitments.csv`, known, 304);
  const [asked, revalidated] = [[], []];
  // In turn, so that a busy machine slows both.
  for (let round = 0; round < 10; round += 1) {
    asked.push(...(await repeat(RUNS / 10, page)));
    revalidated.push(...(await repeat(RUNS / 10, `${openData}/commitments.csv`, known, 304)));
  }
  const [ofPage, of304] = [timeOf(asked), timeOf(revalidated)];
  print(`${databaseSettings().client}: one commitment of the content API ${milliseconds(ofPage)},`);
  print(`a 304 ${milliseconds(of304)}, ratio ${(of304 / ofPage).toFixed(3)} (target 0.1)`);

  const plain = { 'Accept-Encoding': 'identity' };
  const small = await repeat(10, `${openData}/themes.csv`, plain);
  print(
    `First byte of a small export ${milliseconds(median(small.map(({ first }) => first)))} (target 50 ms)`,
  );
  const [uncounted] = await repeat(1, `${openData}/milestones.csv`, plain);
  for (const format of FORMATS) {
    const firstBytes = [];
    for (let run = 0; run < 9; run += 1) {
      // A reader a second; one that comes while all threads are being started waits for that.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      firstBytes.push(await firstByte(`${openData}/milestones.${format}`, plain));
    }
    print(`First byte of milestones.${format} ${milliseconds(median(firstBytes))} (target 50 ms)`);
  }
  print(
    `First byte of the milestones, where their number is not known yet, ${milliseconds(uncounted.first)}`,
  );

  const list = await fetch(page).then((answer) => answer.json());
  const one = `${application.base}/api/commitments/${list.data[0].documentId}`;
  await repeat(50, one);
  const idle = timeOf(await repeat(RUNS, one));
  let isRunning = true;
  const running = request(`${openData}/milestones.csv`, plain).finally(() => (isRunning = false));
  const meanwhile = [];
  while (isRunning) meanwhile.push(await request(one));
  await running;
  const busy = timeOf(meanwhile);
  print(
    `GET of one commitment ${milliseconds(idle)}, while an export runs ${milliseconds(busy)} ` +
      `(${meanwhile.length} requests), ratio ${(busy / idle).toFixed(2)} (target 2)`,
  );
} finally {
  agent.destroy();
  await application.stop();
}
