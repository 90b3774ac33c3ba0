import { get } from 'node:http';
import { keepAlive, median } from './requests.mjs';

/** One answer, read to its end. */
const answer = (base, { path, headers = {}, status = 200 }) =>
  new Promise((resolve, reject) => {
    get(`${base}${path}`, { agent: keepAlive, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === status) resolve(response.headers);
        else reject(new Error(`${path} was answered with ${response.statusCode}, not ${status}`));
      });
      response.once('error', reject);
    }).once('error', reject);
  });

/** Headers of an answer, for what is asked next. */
export const headersOf = answer;

/** Answers a second. @param request gives the next request */
export async function rateOf(base, request, { count, atOnce }) {
  let sent = 0;
  const start = performance.now();
  const client = async () => {
    while (sent < count) {
      sent += 1;
      await answer(base, request());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return count / ((performance.now() - start) / 1000);
}

/**
 * Rates of several kinds of requests, measured in turn, so that a busy machine slows all of them.
 * @param kinds functions that give the next request, by name
 * @returns medians of the rounds, by name
 */
export async function ratesInTurn(base, kinds, { rounds, count, atOnce }) {
  const rates = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (const request of Object.values(kinds)) await rateOf(base, request, { count, atOnce });
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, request] of Object.entries(kinds)) {
      rates[name].push(await rateOf(base, request, { count, atOnce }));
    }
  }
  return Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)]));
}
