/** Address of the summary, below the content API's prefix; to stand before the address of any file. */
export const summaryRoutes = [
  {
    method: 'GET',
    path: '/open-data/summary.json',
    handler: 'open-data-summary.summary',
    config: { auth: false },
  },
] as const;
