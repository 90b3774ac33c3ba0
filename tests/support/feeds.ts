import { bootTracker, type Tracker } from './tracker';

const MILESTONE = 'api::milestone.milestone';

/** An application with its feeds. */
export interface Feeds {
  tracker: Tracker;
  /** Where a file of the open data is. */
  address(file: string): string;
  /** A feed as it is answered. */
  get(file: string, init?: RequestInit): Promise<{ status: number; headers: Headers; text: string }>;
  /** Moves the status of a milestone as the application itself. */
  move(documentId: string, transition: string, more?: object): Promise<unknown>;
  milestones(): ReturnType<Tracker['strapi']['documents']>;
}

/** Boots the application with its demo content for tests of the feeds. */
export async function bootFeeds(): Promise<Feeds> {
  const tracker = await bootTracker({
    env: { SEED_DEMO: 'true' },
    isDamaged: 'a milestone is taken from its commitment as before that was refused',
  });
  const address = (file: string) => `${tracker.url}/api/open-data/${file}`;
  return {
    tracker,
    address,
    get: async (file, init = {}) => {
      const response = await fetch(address(file), init);
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    move: (documentId, transition, more = {}) =>
      tracker.strapi
        .plugin('accountability')
        .service('workflows')
        .move({ contentType: MILESTONE, documentId, workflow: 'implementation', transition, ...more }),
    milestones: () => tracker.strapi.documents(MILESTONE) as ReturnType<Tracker['strapi']['documents']>,
  };
}

/** The entries or events with this text in them, unfolded. */
export const partsWith = (text: string, content: string): string[] =>
  content
    .replace(/\r\n /g, '')
    .split(/<entry>|BEGIN:VEVENT/)
    .slice(1)
    .filter((part) => part.includes(text));
