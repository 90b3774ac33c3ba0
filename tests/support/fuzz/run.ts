import * as fc from 'fast-check';
import type { Tracker } from '../tracker';
import { ResponseValidator } from './response-validator';
import { operationsOf, resolve, type Description, type Operation, type Schema } from './operations';
import type { Names } from './queries';
import { requestsTo, type FuzzRequest, type Known } from './requests';
import { Sender } from './send';

/** No answer takes longer on the demonstration content. */
const MAX_MS = 1000;
/** What else runs on the machine is no fault of the server: the least of so many counts. */
const TRIES = 3;

export interface FuzzResult {
  readonly requests: number;
  /** One report an operation that fails: the fault, the shortest request that has it, and how to repeat it. */
  readonly faults: readonly string[];
}

export async function readJson<T>(tracker: Tracker, path: string): Promise<T> {
  return (await fetch(`${tracker.url}/api${path}`)).json() as Promise<T>;
}

/** Attributes of the documents an address gives; relations are what is no plain value. */
function namesOf(description: Description, path: string): Names {
  const type = path.split('/')[1]!;
  const schema = description.components.schemas?.[`${type}-document`] as Schema | undefined;
  const properties = Object.entries(schema?.properties ?? {});
  const isPlain = (one: Schema) =>
    [resolve(description, one).type ?? 'object'].flat().every((kind) => !['object', 'array'].includes(kind));
  return {
    attributes: properties.filter(([, one]) => isPlain(one)).map(([name]) => name),
    relations: [
      ...properties.filter(([, one]) => !isPlain(one)).map(([name]) => name),
      'milestones',
      'commitment',
    ],
  };
}

export async function known(tracker: Tracker, description: Description): Promise<Known> {
  const ids: string[] = [];
  for (const type of [
    'commitments',
    'milestones',
    'partners',
    'themes',
    'action-plans',
    'progress-reports',
  ]) {
    const { data } = await readJson<{ data: { documentId: string }[] }>(
      tracker,
      `/${type}?pagination[pageSize]=2`,
    );
    ids.push(...data.map(({ documentId }) => documentId));
  }
  const { datasets } = await readJson<{ datasets: { name: string }[] }>(tracker, '/open-data');
  return {
    parameters: { documentId: ids, dataset: datasets.map(({ name }) => name) },
    namesOf: (path) => namesOf(description, path),
  };
}

const shown = ({ method, target, headers, body }: FuzzRequest): string =>
  [`${method} ${target}`, JSON.stringify(headers), ...(body === undefined ? [] : [body])].join('\n  ');

/** Sends requests made from the description to each of its operations, in equal shares. @param seed repeats a run */
export async function fuzz(
  tracker: Tracker,
  { requests, seed }: { requests: number; seed: number },
): Promise<FuzzResult> {
  const description = await readJson<Description>(tracker, '/open-data/openapi.json?locale=en');
  const operations = operationsOf(description);
  const there = await known(tracker, description);
  const validator = new ResponseValidator(description);
  const sender = new Sender(tracker.url);
  const share = Math.ceil(requests / operations.length);
  const faults: string[] = [];
  let count = 0;

  async function faultOf(operation: Operation, request: FuzzRequest): Promise<string | null> {
    let least = Infinity;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const answer = await sender.send(request);
      count += 1;
      const fault = validator.faultOf(operation, request, answer);
      if (fault) return fault;
      least = Math.min(least, answer.milliseconds);
      if (least <= MAX_MS) return null;
    }
    return `${Math.round(least)} ms`;
  }

  for (const operation of operations) {
    const property = fc.asyncProperty(requestsTo(description, operation, there), async (request) => {
      const fault = await faultOf(operation, request);
      if (fault) throw new Error(fault);
    });
    const { failed, counterexample, errorInstance, numShrinks } = await fc.check(property, {
      seed,
      numRuns: share,
    });
    if (!failed) continue;
    const fault = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    faults.push(
      `${operation.method} ${operation.path}: ${fault}\n  ${shown(counterexample![0])}\n  seed ${seed}, shortened ${numShrinks} times`,
    );
  }
  sender.close();
  return { requests: count, faults };
}
