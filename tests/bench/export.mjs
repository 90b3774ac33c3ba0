// Compares the CSV export with paging the stock content API over HTTP: npm run bench:export
// It starts the application on the configured database; fill that with bench:data first.
import './lib/ensure-built.mjs';
import { databaseSettings, option, print } from './lib/settings.mjs';
import { residentMegabytes, startApplication, watchMemory } from './lib/server.mjs';

const RUNS = Number(option('runs', '3'));
const EXPORTS_IN_A_ROW = 4;
const PAGE_SIZE = 1000;
/** The facts the export gives, no more: relations and components with the fields it has columns for. */
const SAME_FACTS = [
  'populate[timeframe]=true',
  'populate[commitment][fields][0]=title',
  'populate[responsibleAgencies][fields][0]=name',
  'populate[partners][fields][0]=name',
].join('&');

async function read(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  return answer;
}

async function countBytes(answer) {
  let bytes = 0;
  for await (const part of answer.body) bytes += part.length;
  return bytes;
}

async function exportCsv(base) {
  const started = performance.now();
  const answer = await read(`${base}/api/open-data/milestones.csv`);
  const firstByte = performance.now() - started;
  const bytes = await countBytes(answer);
  return {
    seconds: (performance.now() - started) / 1000,
    firstByte,
    bytes,
    rows: Number(answer.headers.get('x-total-rows')),
  };
}

async function pageThrough(base, locale) {
  const started = performance.now();
  let [bytes, rows, page, pages] = [0, 0, 1, 1];
  while (page <= pages) {
    // Counting on the first page only spares the stock API the work on the others.
    const paging = `pagination[page]=${page}&pagination[pageSize]=${PAGE_SIZE}&pagination[withCount]=${page === 1}`;
    const answer = await read(`${base}/api/milestones?locale=${locale}&${paging}&${SAME_FACTS}`);
    if (page === 1) {
      const text = await answer.text();
      const { meta } = JSON.parse(text);
      bytes += Buffer.byteLength(text);
      rows = meta.pagination.total;
      pages = Math.ceil(rows / PAGE_SIZE);
    } else {
      bytes += await countBytes(answer);
    }
    page += 1;
  }
  return { seconds: (performance.now() - started) / 1000, bytes, rows };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

const { client } = databaseSettings();
const application = await startApplication();
try {
  const { base, pid } = application;
  const exports = [];
  const growths = [];
  const oneLanguage = [];
  const bothLanguages = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const { result, growth, before } = await watchMemory(pid, () => exportCsv(base));
    exports.push(result.seconds);
    growths.push(growth);
    print(
      `run ${run}: export, both languages   ${result.seconds.toFixed(2)} s, ${result.rows} rows, ` +
        `${megabytes(result.bytes)} MB, first byte ${result.firstByte.toFixed(0)} ms, ` +
        `memory +${growth.toFixed(0)} MB on ${before.toFixed(0)} MB`,
    );
    const ka = await pageThrough(base, 'ka');
    print(
      `run ${run}: content API, ka          ${ka.seconds.toFixed(2)} s, ${ka.rows} rows, ${megabytes(ka.bytes)} MB`,
    );
    const en = await pageThrough(base, 'en');
    print(
      `run ${run}: content API, en          ${en.seconds.toFixed(2)} s, ${en.rows} rows, ${megabytes(en.bytes)} MB`,
    );
    oneLanguage.push(ka.seconds);
    bothLanguages.push(ka.seconds + en.seconds);
  }
  const time = median(exports);
  print('');
  print(`Median of ${RUNS} runs on ${client}:`);
  print(`  export, both languages        ${time.toFixed(2)} s`);
  print(
    `  content API, one language     ${median(oneLanguage).toFixed(2)} s   ${(median(oneLanguage) / time).toFixed(1)} x the time`,
  );
  print(
    `  content API, both languages   ${median(bothLanguages).toFixed(2)} s   ${(median(bothLanguages) / time).toFixed(1)} x the time`,
  );
  print(
    `  memory growth of an export    ${Math.max(...growths).toFixed(0)} MB at most, ${growths[0].toFixed(0)} MB in the fresh process`,
  );
} finally {
  await application.stop();
}

// A fresh process again: what one export leaves behind adds to the next.
const fresh = await startApplication();
try {
  const start = residentMegabytes(fresh.pid);
  const peaks = [];
  for (let count = 0; count < EXPORTS_IN_A_ROW; count += 1) {
    const { growth, before } = await watchMemory(fresh.pid, () => exportCsv(fresh.base));
    peaks.push(before + growth - start);
  }
  const list = peaks.map((peak) => peak.toFixed(0)).join(', ');
  print(`  ${EXPORTS_IN_A_ROW} exports in a row          ${list} MB above the start`);
} finally {
  await fresh.stop();
}
