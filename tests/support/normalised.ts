import { hostRequire } from './host';

/** Texts the application composes (Unicode normalisation) while something runs: that costs most of what is done to a text. */
export async function normalisedDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { runInThisContext } = hostRequire('node:vm') as typeof import('node:vm');
  const { prototype } = runInThisContext('String') as StringConstructor;
  const { normalize } = prototype;
  const texts: string[] = [];
  prototype.normalize = function (this: string, form?: string) {
    texts.push(String(this));
    return normalize.call(this, form);
  };
  try {
    await work();
  } finally {
    prototype.normalize = normalize;
  }
  return texts;
}
