// A process of the application that measures one thing and prints it as JSON; started by import.mjs.
import { endWith, loadApplication, timed } from './in-process.mjs';
import { randomNumbers, textsOf } from './texts.mjs';

const DOCUMENTS = 60;
const [, , what] = process.argv;
const request = JSON.parse(what);
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

/** One import, with the most memory the process had above that of its start. */
async function measureImport({ files, isDryRun }) {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  let result;
  const milliseconds = await timed(async () => {
    const imports = strapi.plugin('accountability').service('imports');
    const job = await imports.start({ mapping: 'native', files, isDryRun, keepsGood: false });
    result = await job.ended;
  });
  clearInterval(watch);
  if (!result || result.errors > 0) throw new Error(JSON.stringify(result?.problems.slice(0, 3)));
  return { milliseconds, counts: result.counts, memory: most - before };
}

/** How long one save by an editor takes at most while an import runs beside it. */
async function measureSaves({ files }) {
  const documents = strapi.documents('api::partner.partner');
  const { documentId } = await documents.create({ locale: 'ka', data: { name: 'Partner' } });
  const imports = strapi.plugin('accountability').service('imports');
  const job = await imports.start({ mapping: 'native', files, isDryRun: false, keepsGood: false });
  let isRunning = true;
  void job.ended.then(() => (isRunning = false));
  let longest = 0;
  let saves = 0;
  while (isRunning) {
    longest = Math.max(
      longest,
      await timed(() => documents.update({ documentId, locale: 'ka', data: { name: `Partner ${saves}` } })),
    );
    saves += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const result = await job.ended;
  if (!result?.applied) throw new Error('The import was not applied');
  return { longest, saves };
}

const MEASURES = {
  nothing: async () => ({}),
  'document-service': measureDocumentService,
  import: measureImport,
  saves: measureSaves,
};
endWith(await MEASURES[request.what](request));
