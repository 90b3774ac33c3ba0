import { adminToken } from './support/accounts';
import { rawRequest } from './support/raw-request';
import { bootTracker, type Tracker } from './support/tracker';
import { writeFileSync } from 'node:fs';
let tracker: Tracker;
beforeAll(async () => { tracker = await bootTracker({ env: { SEED_DEMO: 'true' } }); });
afterAll(() => tracker.close());
const VALUES: Record<string, string[]> = {
  model: ['x', 'api::commitment.commitment', 'admin::user', 'constructor', 'shared.time-frame', 'plugin::upload.file'],
  uid: ['x', 'api::commitment.commitment', 'admin::user', 'constructor', 'shared.timeframe'],
  contentType: ['x', 'api::commitment.commitment', 'constructor'],
  targetField: ['x', 'title', 'milestones', 'constructor'],
  id: ['x', '0', '99999999999999999999', 'constructor'],
  documentId: ['x', 'constructor'],
};
it('probes', async () => {
  const { strapi } = tracker;
  const role = await strapi.service('admin::role').create({ name: 'Nothing', description: '' });
  const tokens = { none: '', nobody: await adminToken(tracker, [role.code]), editor: await adminToken(tracker, ['strapi-author']), superadmin: await adminToken(tracker) };
  const layers = strapi.server.listRoutes() as unknown as { path: string; methods: string[] }[];
  const out: string[] = []; const all: string[] = [];
  const errors: string[] = [];
  strapi.log.error = ((e: any) => { errors.push(String(e?.stack ?? e).split('\n').slice(0, 3).join(' | ')); return strapi.log; }) as never;
  layers.sort((a, b) => Number(a.path.startsWith('/admin')) - Number(b.path.startsWith('/admin')));
  for (const { path, methods } of layers) {
    if (!methods.length || /[(*]/.test(path) || /login|logout|register|renew|reset|transfer\/runner|content-type-builder|restart/.test(path)) continue;
    const method = methods.at(-1)!; if (method !== 'GET' && /admin.(users|roles|api-tokens|admin-tokens|sessions|locales)|users-permissions|i18n/.test(path)) continue;
    const names = [...path.matchAll(/:([A-Za-z]+)/g)].map((m) => m[1]!);
    let paths = [path];
    for (const name of names) paths = paths.flatMap((p) => (VALUES[name] ?? ['x']).map((v) => p.replace(`:${name}`, v)));
    for (const target of paths) for (const [who, token] of Object.entries(tokens)) {
      if (method === 'DELETE' && who === 'superadmin' && /\/0$/.test(target)) continue;
      const bodies = method === 'GET' || method === 'DELETE' ? [undefined] : ['{}', '{"a":"b","contentTypeUID":"x","field":"x","data":{}}', '[]', '{"ids":"x","documentIds":"x"}'];
      for (const body of bodies) {
        const before = errors.length;
        const { status, body: answer } = await rawRequest(tracker.url, { method, target, body, headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) } });
        if (/content-manager/.test(target)) all.push(`${who} ${method} ${target} ${body ?? ''} ${status} ${answer.toString().slice(0,150)}`); if (status >= 500 || errors.length > before) out.push(`${who} ${method} ${target} ${body ?? ''} ${status} ${answer.toString().slice(0, 100)} LOG ${errors.slice(before).join(' || ')}`);
      }
    }
  }
  writeFileSync('/tmp/paths-all.txt', all.join('\n')); writeFileSync('/tmp/paths-probe.txt', out.join('\n'));
}, 300000);
