const open = { auth: false } as const;

/**
 * Routes of feeds, below the content API's prefix; they must precede that of files, whose pattern matches any name.
 */
export const feedRoutes = [
  { method: 'GET', path: '/open-data/changes.ndjson', handler: 'open-data-feeds.changes', config: open },
  { method: 'GET', path: '/open-data/changes.atom', handler: 'open-data-feeds.statusChanges', config: open },
  {
    method: 'GET',
    path: '/open-data/status-changes.json',
    handler: 'open-data-feeds.latestChanges',
    config: open,
  },
  { method: 'GET', path: '/open-data/deadlines.ics', handler: 'open-data-feeds.deadlines', config: open },
] as const;
