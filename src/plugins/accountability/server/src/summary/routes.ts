/**
 * Route of the summary, below the content API's prefix; it must precede that of files, whose pattern matches any
 * name.
 */
export const summaryRoutes = [
  {
    method: 'GET',
    path: '/open-data/summary.json',
    handler: 'open-data-summary.summary',
    config: { auth: false },
  },
] as const;
