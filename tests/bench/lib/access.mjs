import { randomBytes } from 'node:crypto';

const READS = ['commitment', 'milestone', 'partner', 'action-plan'].map(
  (type) => `api::${type}.${type}.find`,
);
const id = () => randomBytes(12).toString('hex');

/** Adds what the stock content API needs to answer for the same data, where it is missing. */
export async function openContentApi(database) {
  const now = new Date();
  const locales = await database.all('SELECT code FROM i18n_locale');
  if (!locales.some(({ code }) => code === 'en')) {
    await insertNext(database, 'i18n_locale', {
      document_id: id(),
      name: 'English (en)',
      code: 'en',
      created_at: now,
      updated_at: now,
      published_at: now,
    });
  }
  const [role] = await database.all("SELECT id FROM up_roles WHERE type = 'public'");
  const granted = await database.all(
    'SELECT p.action FROM up_permissions p JOIN up_permissions_role_lnk l ON l.permission_id = p.id WHERE l.role_id = ?',
    [role.id],
  );
  for (const action of READS.filter((read) => !granted.some((grant) => grant.action === read))) {
    const permission = await insertNext(database, 'up_permissions', {
      document_id: id(),
      action,
      created_at: now,
      updated_at: now,
      published_at: now,
    });
    await insertNext(database, 'up_permissions_role_lnk', {
      permission_id: permission,
      role_id: role.id,
      permission_ord: 1,
    });
  }
}

async function insertNext(database, table, record) {
  const [row] = await database.all(`SELECT COALESCE(MAX(id), 0) AS last FROM "${table}"`);
  const next = Number(row.last) + 1;
  await database.insert(table, ['id', ...Object.keys(record)], [[next, ...Object.values(record)]]);
  return next;
}
