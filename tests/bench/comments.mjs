// What comments cost: a page of few and of many, a submission beside a bare create, a flood from one address, and the
// moderators' queue with few and many waiting: npm run bench:comments
// Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of the settings, which must be
// empty. Prints ratios; each pair is measured in turn, so that a busy machine slows both. --small runs it with a tenth.
import './lib/ensure-built.mjs';
import { countRows, fillComments } from './lib/fill-comments.mjs';
import { inProcess } from './lib/in-process.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { keepAlive, median, milliseconds, repeat } from './lib/requests.mjs';
import { startApplication } from './lib/server.mjs';
import { databaseSettings, print } from './lib/settings.mjs';

const scale = process.argv.includes('--small') ? 0.1 : 1;
const [FEW, MANY] = [100, 10_000 * scale];
const [SHORT_QUEUE, LONG_QUEUE] = [1_000 * scale, 100_000 * scale];
const FLOOD = 5_000 * scale;
const RUNS = 200 * scale;
const ROUNDS = 10;
/** Requests of a flood that are concurrent: as a program sends them, and as an attack does. */
const AT_ONCE = [20, 100];

const removeDatabase = useOwnDatabase('comments');
process.env.COMMENTS_PROOF_OF_WORK = 'false';

/** One process of the application that does something. */
const measure = (what, env) => inProcess('measure-comments.mjs', what, env);

/** Median times of two addresses, asked in turn. */
async function inTurn(one, other, headers = {}) {
  await repeat(20, one, headers);
  await repeat(20, other, headers);
  const [times, others] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(...(await repeat(RUNS / ROUNDS, one, headers)));
    others.push(...(await repeat(RUNS / ROUNDS, other, headers)));
  }
  return [median(times), median(others)];
}

async function measurePages(pageOf, few, many) {
  const [ofFew, ofMany] = await inTurn(pageOf(few), pageOf(many));
  print(
    `A page of 50: ${milliseconds(ofFew)} of ${FEW} comments, ${milliseconds(ofMany)} of ${MANY}, ` +
      `ratio ${(ofMany / ofFew).toFixed(2)} (target 1.5)`,
  );
}

function measureSubmissions() {
  // Nobody is refused, but everything is counted.
  const limits = {
    COMMENTS_ATTEMPTS_PER_ADDRESS: '0',
    COMMENTS_PER_ADDRESS: '1000000',
    COMMENTS_PER_COMMITMENT: '1000000',
  };
  const { submit, create } = measure('submissions', limits);
  print(
    `A submission ${milliseconds(submit)}, a bare create ${milliseconds(create)}, ` +
      `rate ${(create / submit).toFixed(2)} of it (target 0.5)`,
  );
}

/** Sends comments from this one address, so many at a time; how often each status was answered. */
async function flood(url, atOnce) {
  const answers = {};
  let sent = 0;
  const sender = async () => {
    while (sent < FLOOD) {
      const number = (sent += 1);
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          data: {
            authorName: 'ნინო',
            authorEmail: 'bench@example.org',
            body: `კომენტარი ნომერი ${number}`,
          },
        }),
      });
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return answers;
}

async function measureFlood(base, pageOf, few, atOnce) {
  await repeat(20, pageOf(few));
  const idle = median(await repeat(RUNS, pageOf(few)));
  const before = await countRows();
  let isRunning = true;
  const running = flood(`${base}/api/commitments/${few.documentId}/comments`, atOnce).finally(
    () => (isRunning = false),
  );
  const meanwhile = [];
  while (isRunning) meanwhile.push(...(await repeat(1, pageOf(few))));
  const answers = await running;
  const after = await countRows();
  const grown = Object.entries(after)
    .filter(([table, rows]) => rows !== before[table])
    .map(([table, rows]) => `${table} ${rows - before[table]}`);
  const busy = median(meanwhile);
  print(
    `A flood of ${FLOOD} from one address, ${atOnce} at a time, was answered ${JSON.stringify(answers)};`,
  );
  print(`rows written: ${grown.join(', ') || 'none'} (target: none for a refusal)`);
  print(
    `reading ${milliseconds(idle)} idle, ${milliseconds(busy)} meanwhile (${meanwhile.length} requests), ` +
      `ratio ${(busy / idle).toFixed(2)} (target 2)`,
  );
}

/** The first page of what waits, as the panel asks for it. */
const queueFirstPage = (base) => `${base}/accountability/moderation/comments?state=pending`;

async function measureQueue(base, subject, admin) {
  const login = await fetch(`${base}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(admin),
  });
  const { data } = await login.json();
  const headers = { Authorization: `Bearer ${data.token}` };
  const url = queueFirstPage(base);
  const { status } = await fetch(url, { headers });
  if (status === 404) return print('The queue was not measured: this build has none.');

  const times = [];
  let waiting = 0;
  for (const count of [SHORT_QUEUE, LONG_QUEUE]) {
    await fillComments({ subject, count: count - waiting, state: 'pending' });
    waiting = count;
    await repeat(20, url, headers);
    times.push(median(await repeat(RUNS, url, headers)));
  }
  const [short, long] = times;
  print(
    `First page of the queue: ${milliseconds(short)} with ${SHORT_QUEUE} waiting, ${milliseconds(long)} with ` +
      `${LONG_QUEUE}, ratio ${(long / short).toFixed(2)} (target 2)`,
  );
}

try {
  print(databaseSettings().client);
  const { subjects, admin } = measure('prepare');
  const [few, many, queue] = subjects;
  await fillComments({ subject: few, count: FEW, state: 'approved' });
  await fillComments({ subject: many, count: MANY, state: 'approved' });
  measureSubmissions();

  const application = await startApplication();
  const { base } = application;
  const pageOf = ({ documentId }) => `${base}/api/commitments/${documentId}/comments?pagination[pageSize]=50`;
  try {
    await measurePages(pageOf, few, many);
    for (const atOnce of AT_ONCE) await measureFlood(base, pageOf, few, atOnce);
    await measureQueue(base, queue, admin);
  } finally {
    keepAlive.destroy();
    await application.stop();
  }
} finally {
  removeDatabase();
}
