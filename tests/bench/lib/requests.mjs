import { Agent, get } from 'node:http';

/** Connections that stay open; to be destroyed at the end. */
export const keepAlive = new Agent({ keepAlive: true });

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const milliseconds = (value) => `${value.toFixed(2)} ms`;

/** Time until the end of the answer to one GET on a connection that is open already. */
const timeOf = (url, headers) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent: keepAlive, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        const { statusCode: status } = answer;
        if (status === 200) resolve(performance.now() - start);
        else reject(new Error(`${url} answered ${status}, not 200`));
      });
      answer.once('error', reject);
    }).once('error', reject);
  });

/** Times of some GETs, one after the other. */
export async function repeat(times, url, headers = {}) {
  const results = [];
  for (let run = 0; run < times; run += 1) results.push(await timeOf(url, headers));
  return results;
}
