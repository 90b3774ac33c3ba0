// A process of the application that measures one thing and prints it as JSON; started by moves.mjs.
import { createRequire } from 'node:module';
import path from 'node:path';
import { endWith, loadApplication, timed } from './in-process.mjs';
import { median } from './requests.mjs';
import { root } from './settings.mjs';

const UID = 'api::milestone.milestone';
const COMMITMENT = 'api::commitment.commitment';
const DOCUMENTS = 60;
const UPDATES = 400;
const [, , what] = process.argv;
if (what === 'writes-without') {
  // The same application without a workflow on what is written: what remains is a write as it was before the guard.
  const require = createRequire(import.meta.url);
  const file = path.join(root, 'dist/config/plugins.js');
  const declared = require(file).default;
  require.cache[file].exports.default = (context) => {
    const plugins = declared(context);
    const { feeds, workflows, ...config } = plugins.accountability.config;
    // Comments cannot do without theirs.
    const others = workflows.filter(({ name }) => name === 'moderation');
    // The calendar asks for the workflow that says whether work is over.
    plugins.accountability.config = { ...config, feeds: { ...feeds, deadlines: [] }, workflows: others };
    return plugins;
  };
}

const strapi = await loadApplication();

const documents = strapi.documents(UID);
/** Makes a published document in both languages. */
const publishedOne = async (uid, data, title) => {
  const { documentId } = await strapi.documents(uid).create({ locale: 'ka', data: { ...data, title } });
  await strapi.documents(uid).update({ documentId, locale: 'en', data: { title } });
  await strapi.documents(uid).publish({ documentId, locale: '*' });
  return documentId;
};
// A milestone is published only with its commitment.
const makeOne = async (number) =>
  publishedOne(
    UID,
    { commitment: await publishedOne(COMMITMENT, {}, `Commitment ${number}`) },
    `Milestone ${number}`,
  );

async function measureMoves() {
  const workflows = strapi.plugin('accountability').service('workflows');
  const moves = [];
  const bare = [];
  for (let number = 0; number < DOCUMENTS; number += 1) {
    const documentId = await makeOne(number);
    // A move writes draft and published in both languages: so does this.
    const update = async () => {
      await documents.update({ documentId, locale: 'ka', data: { order: number } });
      await documents.publish({ documentId, locale: '*' });
    };
    const move = () =>
      workflows.move({ contentType: UID, documentId, workflow: 'implementation', transition: 'start' });
    // In changing order: what comes second finds warm caches.
    if (number % 2 === 0) {
      moves.push(await timed(move));
      bare.push(await timed(update));
    } else {
      bare.push(await timed(update));
      moves.push(await timed(move));
    }
  }
  return { move: median(moves), bare: median(bare) };
}

async function measureUpdates() {
  const documentId = await makeOne(0);
  const times = [];
  for (let order = 0; order < UPDATES; order += 1) {
    times.push(await timed(() => documents.update({ documentId, locale: 'ka', data: { order } })));
  }
  return { update: median(times.slice(UPDATES / 5)) };
}

endWith(what === 'nothing' ? {} : what === 'moves' ? await measureMoves() : await measureUpdates());
