import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { organisationOf, randomNumbers, textsOf } from './texts.mjs';

const MILESTONES = 4;
const ORGANISATIONS = 60;
const LANGUAGES = ['ka', 'en'];
const STATES = ['in-progress', 'delayed', 'completed'];

const cell = (value) => {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes a CSV file row by row. */
function csvFile(folder, name, header) {
  const file = path.join(folder, `${name}.csv`);
  const stream = createWriteStream(file);
  stream.write(`${header.join(',')}\r\n`);
  return {
    name: `${name}.csv`,
    path: file,
    async add(row) {
      if (!stream.write(`${header.map((column) => cell(row[column])).join(',')}\r\n`))
        await once(stream, 'drain');
    },
    async end() {
      stream.end();
      await once(stream, 'finish');
    },
  };
}

const inLanguages = (name) => LANGUAGES.map((language) => `${name}_${language}`);

/** Texts of each language as columns. */
const columnsOf = (texts, names) =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) =>
      Object.entries(names).map(([column, text]) => [`${column}_${language}`, texts[language][text]]),
    ),
  );

/**
 * Writes files as the exports write them: an action plan, organisations, commitments with four milestones each, in two
 * languages, and the history of each of them. Ids differ from one seed to another.
 * @param edition is appended to the titles of the commitments: another one changes each of them and nothing else
 * @returns what an import takes as its files
 */
export async function writeImportFiles(folder, commitments, seed, edition = '') {
  const random = randomNumbers(seed);
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const newId = () => `i${Array.from({ length: 23 }, () => letters[random(36)]).join('')}`;
  const month = (number) =>
    `${2020 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}-01`;
  const dates = ['start_date', 'start_precision', 'end_date', 'end_precision'];

  const plans = csvFile(folder, 'action-plans', ['id', 'code', 'slug', ...inLanguages('title'), 'scope']);
  const partners = csvFile(folder, 'partners', ['id', 'slug', ...inLanguages('name'), 'kind']);
  const promises = csvFile(folder, 'commitments', [
    ...[
      'id',
      'code',
      'slug',
      ...inLanguages('title'),
      ...inLanguages('description'),
      ...inLanguages('problem'),
    ],
    ...[...dates, 'action_plan_id', 'implementation_status', 'lead_agency_ids', 'partner_ids', 'order'],
  ]);
  const steps = csvFile(folder, 'milestones', [
    ...['id', 'code', ...inLanguages('title'), ...inLanguages('indicator'), ...inLanguages('result')],
    ...[...dates, 'commitment_id', 'implementation_status', 'responsible_agency_ids', 'partner_ids', 'order'],
  ]);
  const history = csvFile(folder, 'status-history', [
    ...['id', 'dataset', 'record_id', 'version', 'transition', 'from_status', 'to_status', 'reason'],
    ...['changed_at', 'as_of', 'as_of_precision'],
  ]);

  const plan = newId();
  await plans.add({
    id: plan,
    code: `B${seed}`,
    slug: `bench-${plan}`,
    title_ka: 'გეგმა',
    title_en: 'Plan',
    scope: 'national',
  });
  const organisations = [];
  for (let number = 0; number < ORGANISATIONS; number += 1) {
    const { kind, names } = organisationOf(number, LANGUAGES);
    organisations.push(newId());
    await partners.add({
      id: organisations[number],
      slug: `bench-${organisations[number]}`,
      name_ka: names.ka,
      name_en: names.en,
      kind,
    });
  }
  const some = () =>
    Array.from({ length: 1 + random(2) }, (_, step) => organisations[(random(50) + step) % ORGANISATIONS]);
  const listed = () => [...new Set(some())].join('|');
  const span = () => {
    const start = random(36);
    return {
      start_date: month(start),
      start_precision: 'month',
      end_date: month(start + 6),
      end_precision: 'month',
    };
  };
  const addHistory = async (dataset, id, state) => {
    const moves = [
      ['recorded', null, 'in-progress', '2023-08-01'],
      ['recorded', null, state, '2024-02-01'],
    ];
    for (const [index, [transition, from, to, asOf]] of moves.entries()) {
      await history.add({
        id: `${id}${index}`,
        dataset,
        record_id: id,
        version: index + 1,
        transition,
        from_status: from,
        to_status: to,
        reason: 'Progress report',
        changed_at: '2024-03-01T10:00:00Z',
        as_of: asOf,
        as_of_precision: 'month',
      });
    }
    return state;
  };
  for (let number = 0; number < commitments; number += 1) {
    const id = newId();
    const texts = textsOf(random, LANGUAGES);
    for (const language of LANGUAGES) texts[language].title += edition;
    await promises.add({
      id,
      code: `${number + 1}`,
      slug: `bench-${id}`,
      ...columnsOf(texts, { title: 'title', description: 'paragraph', problem: 'sentence' }),
      ...span(),
      action_plan_id: plan,
      implementation_status: await addHistory('commitments', id, STATES[random(STATES.length)]),
      lead_agency_ids: listed(),
      partner_ids: listed(),
      order: number + 1,
    });
    for (let step = 0; step < MILESTONES; step += 1) {
      const child = newId();
      await steps.add({
        id: child,
        code: `${number + 1}.${step + 1}`,
        ...columnsOf(textsOf(random, LANGUAGES), {
          title: 'title',
          indicator: 'phrase',
          result: 'paragraph',
        }),
        ...span(),
        commitment_id: id,
        implementation_status: await addHistory('milestones', child, STATES[random(STATES.length)]),
        responsible_agency_ids: listed(),
        partner_ids: listed(),
        order: step + 1,
      });
    }
  }
  const files = [plans, partners, promises, steps, history];
  for (const file of files) await file.end();
  return {
    files: files.map(({ name, path: at }) => ({ name, path: at })),
    documents: 1 + ORGANISATIONS + commitments * (1 + MILESTONES),
  };
}
