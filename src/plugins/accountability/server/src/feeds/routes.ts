const open = { auth: false } as const;

/** Addresses of feeds, below the content API's prefix; to stand before the address of any file. */
export const feedRoutes = [
  { method: 'GET', path: '/open-data/changes.ndjson', handler: 'open-data-feeds.changes', config: open },
  { method: 'GET', path: '/open-data/changes.atom', handler: 'open-data-feeds.statusChanges', config: open },
  { method: 'GET', path: '/open-data/deadlines.ics', handler: 'open-data-feeds.deadlines', config: open },
] as const;
