import { organisationOf, randomNumbers, textsOf } from './texts.mjs';

const VERSIONS = ['draft', 'published'];
const STATUSES = ['not-started', 'in-progress', 'delayed', 'completed', 'suspended', 'withdrawn'];
const ASSESSMENTS = [null, 'fully-implemented', 'mostly-implemented', 'partially-implemented'];
const ORGANISATIONS = 60;
const MILESTONES = 4;
const COMMITMENTS_PER_CHUNK = 1000;
const START = Date.UTC(2024, 0, 1);

/** Collects rows per table and hands out ids that continue those there are. */
async function rowCollector(database) {
  const tables = new Map();
  const nextIds = new Map();
  return {
    async continueIds(table) {
      const [row] = await database.all(`SELECT COALESCE(MAX(id), 0) AS last FROM "${table}"`);
      nextIds.set(table, Number(row.last) + 1);
    },
    id(table) {
      const id = nextIds.get(table);
      nextIds.set(table, id + 1);
      return id;
    },
    add(table, record) {
      if (!tables.has(table)) tables.set(table, { columns: Object.keys(record), rows: [] });
      tables.get(table).rows.push(Object.values(record));
    },
    async flush() {
      for (const [table, { columns, rows }] of tables) await database.insert(table, columns, rows);
      tables.clear();
    },
  };
}

const PLAN_TITLES = {
  ka: 'ღია მმართველობის სამოქმედო გეგმა 2024–2027',
  en: 'Open Government action plan 2024–2027',
  es: 'Plan de acción de gobierno abierto 2024–2027',
  fr: 'Plan d’action pour un gouvernement ouvert 2024–2027',
  ar: 'خطة عمل الحكومة المنفتحة 2024–2027',
};

const TABLES = [
  'action_plans',
  'partners',
  'commitments',
  'milestones',
  'components_shared_timeframes',
  'commitments_cmps',
  'milestones_cmps',
];

/** A document's rows as Strapi keeps them: draft and published, in each language. */
function addDocument(collector, table, { documentId, shared, texts, at }) {
  const ids = {};
  for (const version of VERSIONS) {
    for (const locale of Object.keys(texts)) {
      const id = collector.id(table);
      ids[`${version}-${locale}`] = id;
      collector.add(table, {
        id,
        document_id: documentId,
        ...shared,
        ...texts[locale],
        created_at: at,
        updated_at: at,
        published_at: version === 'published' ? at : null,
        locale,
      });
    }
  }
  return ids;
}

/** Links every row of a document to the rows of the same version and language. */
function addLinks(collector, table, [source, sourceIds], [target, targets], targetOrder = true) {
  for (const [row, id] of Object.entries(sourceIds)) {
    targets.forEach((targetIds, position) => {
      collector.add(table, {
        [source]: id,
        [target]: targetIds[row],
        ...(targetOrder && { [target.replace('_id', '_ord')]: position + 1 }),
        [source.replace('_id', '_ord')]: 1,
      });
    });
  }
}

function addTimeframes(collector, table, rowIds, start, end) {
  for (const entity of Object.values(rowIds)) {
    const id = collector.id('components_shared_timeframes');
    collector.add('components_shared_timeframes', {
      id,
      start_date: start,
      start_precision: 'month',
      end_date: end,
      end_precision: 'month',
    });
    collector.add(`${table}_cmps`, {
      id: collector.id(`${table}_cmps`),
      entity_id: entity,
      cmp_id: id,
      component_type: 'shared.timeframe',
      field: 'timeframe',
      order: 1,
    });
  }
}

const monthOf = (number) =>
  `${2024 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`;

/**
 * Fills the database with an action plan, organisations and commitments, each with milestones, in each of the
 * languages, draft and published.
 * @param report called with the number of commitments written so far
 * @param locales some of `TEXT_LOCALES`
 */
export async function fill(database, commitments, report, locales = ['ka', 'en']) {
  const collector = await rowCollector(database);
  for (const table of TABLES) await collector.continueIds(table);
  // The same content for the same database; what is added to one must not repeat the ids it has.
  const random = randomNumbers(20_261_123 + collector.id('milestones'));
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const documentId = () => `b${Array.from({ length: 23 }, () => letters[random(36)]).join('')}`;
  const at = () => new Date(START + random(900 * 86_400) * 1000);
  const some = (list, most) => {
    const first = random(list.length);
    return Array.from({ length: 1 + random(most) }, (_, step) => list[(first + step) % list.length]);
  };

  const plan = addDocument(collector, 'action_plans', {
    documentId: documentId(),
    at: at(),
    shared: { slug: `bench-${documentId().slice(0, 8)}`, code: 'BENCH', scope: 'national' },
    texts: Object.fromEntries(locales.map((locale) => [locale, { title: PLAN_TITLES[locale] }])),
  });
  const organisations = Array.from({ length: ORGANISATIONS }, (_, number) => {
    const { kind, names } = organisationOf(number, locales);
    return addDocument(collector, 'partners', {
      documentId: documentId(),
      at: at(),
      shared: { slug: `bench-${number + 1}-${documentId().slice(0, 8)}`, kind },
      texts: Object.fromEntries(locales.map((locale) => [locale, { name: names[locale] }])),
    });
  });
  const [agencies, partners] = [organisations.slice(0, 30), organisations.slice(30)];

  for (let number = 0; number < commitments; number += 1) {
    const commitmentId = documentId();
    const texts = textsOf(random, locales);
    const rows = addDocument(collector, 'commitments', {
      documentId: commitmentId,
      at: at(),
      shared: {
        code: `${number + 1}`,
        slug: `bench-${commitmentId}`,
        implementation_status: STATUSES[random(STATUSES.length)],
        assessment: ASSESSMENTS[random(ASSESSMENTS.length)],
        comments_open: true,
        order: number + 1,
      },
      texts: Object.fromEntries(
        locales.map((locale) => [
          locale,
          {
            title: texts[locale].title,
            description: texts[locale].paragraph,
            problem: texts[locale].sentence,
            expected_result: texts[locale].sentence,
          },
        ]),
      ),
    });
    const month = random(24);
    addTimeframes(collector, 'commitments', rows, monthOf(month), monthOf(month + 12));
    addLinks(
      collector,
      'commitments_action_plan_lnk',
      ['commitment_id', rows],
      ['action_plan_id', [plan]],
      false,
    );
    addLinks(
      collector,
      'commitments_lead_agencies_lnk',
      ['commitment_id', rows],
      ['partner_id', some(agencies, 2)],
    );
    addLinks(
      collector,
      'commitments_partners_lnk',
      ['commitment_id', rows],
      ['partner_id', some(partners, 3)],
    );
    for (let step = 0; step < MILESTONES; step += 1) addMilestone(number, rows, step, month);
    if ((number + 1) % COMMITMENTS_PER_CHUNK === 0) {
      await collector.flush();
      report(number + 1);
    }
  }
  await collector.flush();

  function addMilestone(number, commitmentRows, step, month) {
    const texts = textsOf(random, locales);
    const rows = addDocument(collector, 'milestones', {
      documentId: documentId(),
      at: at(),
      shared: {
        code: `${number + 1}.${step + 1}`,
        implementation_status: STATUSES[random(STATUSES.length)],
        assessment: ASSESSMENTS[random(ASSESSMENTS.length)],
        order: step + 1,
      },
      texts: Object.fromEntries(
        locales.map((locale) => [
          locale,
          { title: texts[locale].title, indicator: texts[locale].phrase, result: texts[locale].paragraph },
        ]),
      ),
    });
    addTimeframes(collector, 'milestones', rows, monthOf(month + step), monthOf(month + step + 3));
    addLinks(
      collector,
      'milestones_commitment_lnk',
      ['milestone_id', rows],
      ['commitment_id', [commitmentRows]],
      false,
    );
    addLinks(
      collector,
      'milestones_responsible_agencies_lnk',
      ['milestone_id', rows],
      ['partner_id', some(agencies, 2)],
    );
    addLinks(collector, 'milestones_partners_lnk', ['milestone_id', rows], ['partner_id', some(partners, 3)]);
  }
}
