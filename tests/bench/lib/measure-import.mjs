// A process of the application that measures one thing and prints it as JSON; started by import.mjs.
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../../scripts/lib/free-port.mjs';
import { endWith, loadApplication, timed } from './in-process.mjs';
import { keepAlive, repeat } from './requests.mjs';
import { randomNumbers, textsOf } from './texts.mjs';

const DOCUMENTS = 60;
const ANSWERS = {
  page: '/commitments?locale=en',
  export: '/api/open-data/commitments.csv',
  list: '/api/commitments?locale=en&sort=order&pagination[pageSize]=25',
};
const [, , what] = process.argv;
const request = JSON.parse(what);
if (request.what === 'first-answers') process.env.PORT = String(await freePort());
const strapi = await loadApplication();

/** Makes published documents in both languages by the document service, a commitment for every four milestones. */
async function measureDocumentService() {
  const random = randomNumbers(Date.now() % 1_000_000);
  const make = async (uid, data, fields) => {
    const texts = textsOf(random, ['ka', 'en']);
    const documents = strapi.documents(uid);
    const { documentId } = await documents.create({ locale: 'ka', data: { ...data, ...fields(texts.ka) } });
    await documents.update({ documentId, locale: 'en', data: fields(texts.en) });
    await documents.publish({ documentId, locale: '*' });
    return documentId;
  };
  const timeframe = {
    startDate: '2024-01-01',
    startPrecision: 'month',
    endDate: '2024-07-01',
    endPrecision: 'month',
  };
  let commitment;
  const milliseconds = await timed(async () => {
    for (let number = 0; number < DOCUMENTS; number += 1) {
      if (number % 5 === 0) {
        commitment = await make(
          'api::commitment.commitment',
          { timeframe },
          ({ title, paragraph, sentence }) => ({
            title,
            description: paragraph,
            problem: sentence,
          }),
        );
      } else {
        await make('api::milestone.milestone', { timeframe, commitment }, ({ title, phrase, paragraph }) => ({
          title,
          indicator: phrase,
          result: paragraph,
        }));
      }
    }
  });
  return { documents: DOCUMENTS, milliseconds };
}

/**
 * One import, with the most memory the process had above that of its start, and the time its threads spent on a
 * processor: what other work on the machine does not change.
 */
async function measureImport({ files, isDryRun }) {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  let result;
  const processorBefore = process.cpuUsage();
  const milliseconds = await timed(async () => {
    const imports = strapi.plugin('accountability').service('imports');
    const job = await imports.start({ mapping: 'native', files, isDryRun, keepsGood: false });
    result = await job.ended;
  });
  const { user, system } = process.cpuUsage(processorBefore);
  clearInterval(watch);
  if (!result || result.errors > 0) throw new Error(JSON.stringify(result?.problems.slice(0, 3)));
  const processor = (user + system) / 1000;
  return { milliseconds, processor, counts: result.counts, memory: most - before };
}

/** How long one save by an editor takes at most while something goes on beside it. */
async function savesBeside(work) {
  const documents = strapi.documents('api::partner.partner');
  const { documentId } = await documents.create({ locale: 'ka', data: { name: 'Partner' } });
  let isRunning = true;
  const milliseconds = timed(() => work().finally(() => (isRunning = false)));
  let longest = 0;
  let saves = 0;
  while (isRunning) {
    longest = Math.max(
      longest,
      await timed(() => documents.update({ documentId, locale: 'ka', data: { name: `Partner ${saves}` } })),
    );
    saves += 1;
    await setTimeout(200);
  }
  return { longest, saves, milliseconds: await milliseconds };
}

/** Saves beside an import, and beside its undo where that is asked for. */
async function measureSaves({ files, isUndone }) {
  const imports = strapi.plugin('accountability').service('imports');
  let id;
  const beside = await savesBeside(async () => {
    const job = await imports.start({ mapping: 'native', files, isDryRun: false, keepsGood: false });
    if (!(await job.ended)?.applied) throw new Error('The import was not applied');
    id = job.name;
  });
  return { ...beside, undo: isUndone ? await savesBeside(() => imports.undo(id)) : undefined };
}

/** How long what readers ask for first after an import takes, and how long when they ask for it again. */
async function measureFirstAnswers({ files }) {
  await strapi.listen();
  const ask = async () => {
    const times = {};
    for (const [name, path] of Object.entries(ANSWERS)) {
      [times[name]] = await repeat(1, `http://127.0.0.1:${process.env.PORT}${path}`);
    }
    return times;
  };
  // The content has been read before, for which the first page after a start may take too long, and so has the code run.
  for (let run = 0; run < 3;) {
    await ask().then(
      () => (run += 1),
      () => setTimeout(1000),
    );
  }
  const imports = strapi.plugin('accountability').service('imports');
  const job = await imports.start({ mapping: 'native', files, isDryRun: false, keepsGood: false });
  if (!(await job.ended)?.applied) throw new Error('The import was not applied');
  // Meanwhile the server has closed the connections that were open.
  keepAlive.destroy();
  return { first: await ask(), second: await ask() };
}

const MEASURES = {
  nothing: async () => ({}),
  'document-service': measureDocumentService,
  import: measureImport,
  saves: measureSaves,
  'first-answers': measureFirstAnswers,
};
endWith(await MEASURES[request.what](request));
