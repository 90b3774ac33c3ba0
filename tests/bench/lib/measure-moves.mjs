// A process of the application that measures one thing and prints it as JSON; started by moves.mjs.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './settings.mjs';

const UID = 'api::milestone.milestone';
const DOCUMENTS = 60;
const UPDATES = 400;
const [, , what] = process.argv;
const require = createRequire(import.meta.url);

process.env.STRAPI_TELEMETRY_DISABLED = 'true';
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= 'ka';
for (const secret of require(path.join(root, 'src/settings/secrets.json'))) process.env[secret] ??= 'bench';

if (what === 'writes-without') {
  // The same application without a workflow on what is written: what remains is a write as it was before the guard.
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

const { createStrapi } = require('@strapi/strapi');
const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
strapi.log.level = 'error';
await strapi.load();

const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const documents = strapi.documents(UID);
const makeOne = async (number) => {
  const { documentId } = await documents.create({ locale: 'ka', data: { title: `ეტაპი ${number}` } });
  await documents.update({ documentId, locale: 'en', data: { title: `Milestone ${number}` } });
  await documents.publish({ documentId, locale: '*' });
  return documentId;
};

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

const result = what === 'nothing' ? {} : what === 'moves' ? await measureMoves() : await measureUpdates();
// Without waiting for the pool: what the start still has to do in the background is of no interest here.
process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0));
