import type { UID } from '@strapi/strapi';
import { hostRequire } from '../support/host';
import { bootTracker, type Tracker } from '../support/tracker';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
}

describe('the content API of a content type', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  const uids: UID.ContentType[] = [
    'api::action-plan.action-plan',
    'api::commitment.commitment',
    'api::milestone.milestone',
    'api::partner.partner',
    'api::progress-report.progress-report',
    'api::theme.theme',
  ];

  it.each(uids)('has the routes Strapi would make for %s', (uid) => {
    const { factories } = hostRequire('@strapi/strapi') as {
      factories: { createCoreRouter(uid: string): { routes: readonly Route[] } };
    };
    const of = (routes: readonly Route[]) =>
      routes.map(({ method, path, handler }) => `${method} ${path} ${handler}`);
    const { routes } = tracker.strapi.api(uid.split(/::|\./)[1]!) as unknown as {
      routes: Record<string, { routes: readonly Route[] }>;
    };
    const own = Object.values(routes).flatMap((router) => of(router.routes));
    expect(own).toEqual(of(factories.createCoreRouter(uid).routes));
  });

  it('refuses a parameter Strapi does not know', async () => {
    const { body } = await tracker.request.get('/api/commitments?colour=red').expect(400);
    expect(JSON.stringify(body)).toContain('colour');
  });
});
