// A process of the application that prepares or measures one thing and prints it as JSON; started by comments.mjs.
import { randomBytes } from 'node:crypto';
import { endWith, loadApplication, timed } from './in-process.mjs';
import { median } from './requests.mjs';

const SUBJECT = 'api::commitment.commitment';
const COMMENT = 'api::comment.comment';
const SUBMISSIONS = 150;
const [, , what] = process.argv;
const strapi = await loadApplication();

async function makeSubject(number) {
  const documents = strapi.documents(SUBJECT);
  const { documentId } = await documents.create({ locale: 'ka', data: { title: `ვალდებულება ${number}` } });
  await documents.publish({ documentId, locale: '*' });
  const row = await strapi.db
    .query(SUBJECT)
    .findOne({ where: { documentId, publishedAt: { $notNull: true } } });
  return { documentId, rowId: row.id };
}

/** Documents to comment on, and an administrator. */
async function prepare() {
  const subjects = [];
  for (const number of [1, 2, 3]) subjects.push(await makeSubject(number));
  const role = await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
  const admin = {
    email: `bench-${randomBytes(4).toString('hex')}@example.org`,
    password: `Aa1-${randomBytes(8).toString('hex')}`,
  };
  await strapi.service('admin::user').create({
    ...admin,
    firstname: 'Bench',
    lastname: 'Bench',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return { subjects, admin };
}

/** A submission in turn with a bare create of the same row. */
async function submissions() {
  const { documentId: subjectId } = await makeSubject('bench');
  const moderation = strapi.plugin('accountability').service('moderation');
  const [submits, creates] = [[], []];
  for (let number = 0; number < SUBMISSIONS; number += 1) {
    const fields = {
      authorName: 'ნინო',
      authorEmail: 'bench@example.org',
      body: `კომენტარი ნომერი ${number}, ${randomBytes(8).toString('hex')}`,
    };
    const submit = () =>
      moderation.submit({
        subjectId,
        // Not the one the flood comes from.
        address: '192.0.2.1',
        comment: { ...fields, parent: null, locale: 'ka', wantsNotice: false, altcha: null, trapped: false },
      });
    const create = () =>
      strapi.documents(COMMENT).create({
        data: {
          ...fields,
          commitment: { documentId: subjectId, locale: 'ka' },
          language: 'ka',
          wantsNotice: false,
          official: false,
          screeningScore: 0,
          screeningReasons: [],
          textFingerprint: randomBytes(16).toString('hex'),
        },
      });
    // In changing order: what comes second finds warm caches.
    for (const work of number % 2 === 0 ? [submit, create] : [create, submit]) {
      (work === submit ? submits : creates).push(await timed(work));
    }
  }
  const warm = SUBMISSIONS / 5;
  return { submit: median(submits.slice(warm)), create: median(creates.slice(warm)) };
}

endWith(what === 'prepare' ? await prepare() : await submissions());
