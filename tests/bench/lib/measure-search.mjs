// A process of the application that measures writes, with the index of the search following them or not, and prints it
// as JSON; started by search.mjs.
import { freePort } from '../../../scripts/lib/free-port.mjs';
import { endWith, loadApplication, timed } from './in-process.mjs';
import { median } from './requests.mjs';

const WRITES = 120;
const UID = 'api::commitment.commitment';
const [, , what] = process.argv;
process.env.PORT = String(await freePort());
process.env.HOST = '127.0.0.1';
const strapi = await loadApplication();
await strapi.listen();
const search = strapi.plugin('accountability').service('searchIndex');
if (what === 'writes-without') await search.stop();

const documents = strapi.documents(UID);
const some = await documents.findMany({
  status: 'published',
  locale: 'ka',
  limit: WRITES,
  fields: ['title'],
});
let number = 0;
const write = async ({ documentId }) => {
  number += 1;
  await documents.update({ documentId, locale: 'ka', data: { title: `Written ${number} times` } });
  await documents.publish({ documentId, locale: 'ka' });
};
const follows = what !== 'writes-without';
const caughtUp = async () => {
  while (follows && !(await isUpToDate())) await new Promise((done) => setTimeout(done, 100));
};
// What a process does for its first writes only, and the order that the first write in a plan gives to all that have none.
for (const one of some) await write(one);
await caughtUp();
const before = process.cpuUsage();
const times = [];
const whole = await timed(async () => {
  for (const one of some) times.push(await timed(() => write(one)));
  await caughtUp();
});
const { user, system } = process.cpuUsage(before);
endWith({ write: median(times), whole, processor: (user + system) / 1000 });

async function isUpToDate() {
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/api/search?q=qqx`);
  const { meta } = await answer.json();
  const row = await strapi.db.connection('accountability_changes').max({ last: 'id' }).first();
  return meta.index.isComplete && meta.index.sequence >= Number(row.last);
}
