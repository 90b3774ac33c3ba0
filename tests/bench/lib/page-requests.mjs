import { headersOf } from './rates.mjs';

/** As browsers ask. */
const PACKED = { 'Accept-Encoding': 'gzip, deflate, br' };
const LEADS = ['slug', 'name'].map((field, index) => `populate[leadAgencies][fields][${index}]=${field}`);

/** What a frontend asks for to show a commitment: what is on its page, logos and files of evidence too. */
const COMMITMENT_POPULATE = [
  ...['identifiers', 'timeframe', 'actionPlan', 'themes'].map((one) => `populate[${one}]=true`),
  ...['leadAgencies', 'partners'].map((one) => `populate[${one}][populate][logo]=true`),
  ...['timeframe', 'responsibleAgencies', 'partners'].map(
    (one) => `populate[milestones][populate][${one}]=true`,
  ),
  ...['period', 'ratings', 'milestone', 'assessorPartner'].map(
    (one) => `populate[progressReports][populate][${one}]=true`,
  ),
  ...['milestones', 'progressReports'].map(
    (one) => `populate[${one}][populate][evidence][populate][file]=true`,
  ),
].join('&');

/** What a frontend asks for to show a page of the list. */
const LIST_POPULATE = [
  'populate[timeframe]=true',
  ...LEADS,
  'populate[actionPlan][fields][0]=title',
  'populate[milestones][fields][0]=implementationStatus',
].join('&');

/**
 * The kinds of requests that are compared for a page: the API's answer, the page from the memory, the page made
 * anew, and the page the reader has already. A page is made anew for every host it is asked by, since its own
 * addresses are in it.
 */
async function kindsOf(base, page, api) {
  let hosts = 0;
  const { etag } = await headersOf(base, { path: page, headers: PACKED });
  return {
    api: () => ({ path: api, headers: PACKED }),
    kept: () => ({ path: page, headers: PACKED }),
    anew: () => ({ path: page, headers: { ...PACKED, Host: `anew-${(hosts += 1)}.example` } }),
    known: () => ({ path: page, headers: { ...PACKED, 'If-None-Match': etag }, status: 304 }),
  };
}

/** Requests for the page of a commitment. */
export const commitmentRequests = (base, { slug, documentId }) =>
  kindsOf(base, `/commitments/${slug}`, `/api/commitments/${documentId}?locale=ka&${COMMITMENT_POPULATE}`);

/** Requests for the first page of the list. */
export const listRequests = (base) =>
  kindsOf(base, '/commitments', `/api/commitments?locale=ka&pagination[pageSize]=20&${LIST_POPULATE}`);
