import { median } from './requests.mjs';

const PAGE_SIZES = [1000, 700, 500, 350, 250, 150, 100, 50, 25, 10, 5, 1];
const contains = (path, word) => `${path}[$containsi]=${word}`;
const anyOf = (...conditions) =>
  conditions.map((condition, index) => `filters[$or][${index}]${condition}`).join('&');

const each = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/**
 * Addresses of the content API that are expensive, each in its own way: many documents, deep or wide `populate`, sorting and
 * filtering over lists, searching.
 */
const CANDIDATES = [
  '/api/commitments?populate=*',
  '/api/commitments?populate[milestones][populate][partners]=true&populate[milestones][populate][responsibleAgencies]=true',
  '/api/commitments?populate=milestones.partners.identifiers,milestones.responsibleAgencies.identifiers,milestones.timeframe,leadAgencies.logo',
  '/api/milestones?populate=*',
  '/api/partners?populate=*',
  '/api/partners?populate=partnerCommitments.milestones',
  '/api/action-plans?populate=commitments',
  '/api/commitments?sort=milestones.partners.name',
  '/api/commitments?sort=milestones.code,milestones.title,partners.name,leadAgencies.name',
  '/api/partners?sort=partnerCommitments.milestones.code,ledCommitments.milestones.code',
  `/api/commitments?${anyOf(
    contains('[milestones][partners][name]', 'a'),
    contains('[leadAgencies][name]', 'b'),
    contains('[partners][name]', 'c'),
  )}`,
  `/api/partners?${anyOf(
    contains('[partnerCommitments][milestones][title]', 'a'),
    contains('[ledCommitments][milestones][title]', 'b'),
  )}`,
  `/api/commitments?${anyOf(
    contains('[milestones][title]', 'zzz'),
    contains('[milestones][result]', 'zzz'),
    contains('[partners][name]', 'zzz'),
    contains('[leadAgencies][name]', 'zzz'),
  )}&sort=title`,
  `/api/commitments?${anyOf(
    contains('[milestones][partners][name]', 'zzz'),
    contains('[leadAgencies][name]', 'zzz'),
  )}`,
  `/api/commitments?${anyOf(contains('[milestones][title]', 'zzz'), contains('[milestones][result]', 'zzz'))}`,
  // As many conditions as are allowed, each on a long text that has it nowhere.
  `/api/commitments?${anyOf(...each(6, (number) => contains('[description]', `zzz${number}`)))}`,
  `/api/milestones?${anyOf(...each(6, (number) => contains('[result]', `zzz${number}`)))}`,
  `/api/commitments?${each(4, (number) =>
    contains(`filters[milestones][$or][${number}][result]`, `zzz${number}`),
  ).join('&')}`,
  `/api/commitments?${anyOf(...each(48, (number) => `[description][$ne]=zzz${number}`))}`,
  '/api/milestones?_q=zzz',
  '/api/commitments?_q=zzz&sort=title,code,slug',
];

async function timed(url) {
  const start = performance.now();
  const answer = await fetch(url);
  const { length } = await answer.text();
  return { status: answer.status, time: performance.now() - start, length };
}

/** The address with the largest page that is still answered, and how long that takes. */
async function largestAllowed(base, address) {
  for (const size of PAGE_SIZES) {
    const path = `${address}&pagination[pageSize]=${size}`;
    const first = await timed(`${base}${path}`);
    if (first.status === 400) continue;
    if (first.status !== 200) throw new Error(`${path} answered ${first.status}`);
    const times = [];
    for (let run = 0; run < 3; run += 1) times.push((await timed(`${base}${path}`)).time);
    return { path, time: median(times), length: first.length };
  }
  return null;
}

/** What is still allowed of the expensive addresses, the most expensive first. */
export async function mostExpensiveAllowed(base) {
  const found = [];
  for (const address of CANDIDATES) found.push(await largestAllowed(base, address));
  return found.filter(Boolean).sort((one, other) => other.time - one.time);
}
