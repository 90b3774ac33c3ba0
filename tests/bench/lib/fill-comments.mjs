import { randomBytes } from 'node:crypto';
import { openDatabase } from './database.mjs';
import { databaseSettings } from './settings.mjs';

const AT_ONCE = 10_000;
const START = Date.UTC(2026, 0, 1);
/** Tables that comments, their counts, their history and mails about them lie in. */
const TABLES = [
  'comments',
  'accountability_rates',
  'accountability_spent_challenges',
  'accountability_comment_reports',
  'accountability_comment_notices',
  'accountability_status_changes',
  'accountability_changes',
];

const lastId = async (database, table) => {
  const [row] = await database.all(`SELECT COALESCE(MAX(id), 0) AS last FROM "${table}"`);
  return Number(row.last);
};

/**
 * Adds comments of the first level to a document, in the order they came.
 * @param subject `documentId` and the id of a published row of what they are about
 */
export async function fillComments({ subject, count, state }) {
  const database = await openDatabase(databaseSettings());
  const first = (await lastId(database, 'comments')) + 1;
  const firstLink = (await lastId(database, 'comments_commitment_lnk')) + 1;
  for (let start = 0; start < count; start += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, index) => start + index);
    const records = numbers.map((number) => ({
      id: first + number,
      document_id: `c${randomBytes(12).toString('hex').slice(1)}`,
      author_name: `ავტორი ${number}`,
      author_email: `author${number}@example.org`,
      body: `კომენტარი ნომერი ${number}. ${'საჯარო ინფორმაცია დროულად უნდა გამოქვეყნდეს. '.repeat(5)}`,
      language: number % 3 === 0 ? 'en' : 'ka',
      official: false,
      wants_notice: false,
      moderation_status: state,
      screening_score: 0,
      text_fingerprint: `bench-${first + number}`,
      subject_id: subject.documentId,
      parent_id: '',
      open_reports: 0,
      created_at: new Date(START + (first + number) * 1000),
      updated_at: new Date(START + (first + number) * 1000),
      published_at: new Date(START + (first + number) * 1000),
    }));
    await database.insert('comments', Object.keys(records[0]), records.map(Object.values));
    await database.insert(
      'comments_commitment_lnk',
      ['id', 'comment_id', 'commitment_id'],
      numbers.map((number) => [firstLink + number, first + number, subject.rowId]),
    );
  }
  await database.commit();
}

/** How many rows each table has that a comment could be written to. */
export async function countRows() {
  const database = await openDatabase(databaseSettings());
  const counts = {};
  for (const table of TABLES) {
    const [row] = await database.all(`SELECT COUNT(*) AS number FROM "${table}"`);
    counts[table] = Number(row.number);
  }
  await database.abandon();
  return counts;
}
