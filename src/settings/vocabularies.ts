import { ASSESSMENT_SCALES, type AssessmentScale } from '../accountability/vocabularies/assessment-scales';
import { RATING_SCHEMES, type RatingScheme } from '../accountability/vocabularies/rating-schemes';
import type { Environment } from './environment';

const SCALES: readonly AssessmentScale[] = ASSESSMENT_SCALES;

const listed = (text: string | undefined): string[] =>
  text?.trim() ? text.split(',').map((part) => part.trim()) : [];

/** The scale of the setting `ASSESSMENT_SCALE`; the default one where it names none, which `checkSettings` refuses. */
export const assessmentScaleSetting = (env: Environment): AssessmentScale =>
  SCALES.find(({ name }) => name === env.ASSESSMENT_SCALE?.trim()) ?? SCALES[0]!;

/** The schemes of the setting `RATING_SCHEMES`, in the order of their declarations; all where it is empty or wrong. */
export function ratingSchemesSetting(env: Environment): readonly RatingScheme[] {
  const names = listed(env.RATING_SCHEMES);
  return names.length === 0 || schemesProblem(env) !== null
    ? RATING_SCHEMES
    : RATING_SCHEMES.filter(({ code }) => names.includes(code));
}

/**
 * The setting `ASSESSMENT_RENAMED`, `mostly-implemented:substantial,…`: codes of another scale, each with the code of the
 * chosen one that takes its place. Empty where the setting is wrong.
 */
export const assessmentsRenamedSetting = (env: Environment): Readonly<Record<string, string>> =>
  renamedProblem(env) === null ? Object.fromEntries(pairsOf(env)) : {};

const pairsOf = (env: Environment): [from: string, to: string][] =>
  listed(env.ASSESSMENT_RENAMED).map((pair) => {
    const [from = '', to = '', ...more] = pair.split(':').map((part) => part.trim());
    return more.length > 0 ? [pair, ''] : [from, to];
  });

function scaleProblem({ ASSESSMENT_SCALE: text = '' }: Environment): string | null {
  const names = SCALES.map(({ name }) => name);
  return text.trim() === '' || names.includes(text.trim())
    ? null
    : `must be one of ${names.join(', ')}, not "${text}"`;
}

function schemesProblem(env: Environment): string | null {
  const names = listed(env.RATING_SCHEMES);
  const known: readonly string[] = RATING_SCHEMES.map(({ code }) => code);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return `"${unknown}" is no scheme; there are ${known.join(', ')}`;
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice === undefined ? null : `names "${twice}" twice`;
}

/** Each code becomes one of its own: the difference between two steps of a scale cannot be restored from one. */
function renamedProblem(env: Environment): string | null {
  const { name, codes } = assessmentScaleSetting(env);
  const pairs = pairsOf(env);
  for (const [index, [from, to]] of pairs.entries()) {
    const scale = SCALES.find((one) => (one.codes as readonly string[]).includes(from));
    if (!scale) {
      return `"${from}" is no code of a scale; write code:code with commas between, such as fully-implemented:completed`;
    }
    if ((codes as readonly string[]).includes(from))
      return `"${from}" is a code of the scale ${name} already`;
    if (!(codes as readonly string[]).includes(to)) {
      return `"${from}" becomes "${to}", which the scale ${name} does not have; its codes are ${codes.join(', ')}`;
    }
    const merged =
      pairs.slice(0, index).find(([, other]) => other === to)?.[0] ??
      SCALES.filter((one) => (one.codes as readonly string[]).includes(from))
        .flatMap((one): readonly string[] => one.codes)
        .find((code) => code === to);
    if (merged !== undefined)
      return `"${merged}" and "${from}" would both be "${to}"; each needs a code of its own`;
  }
  return pairs.length > Object.keys(Object.fromEntries(pairs)).length ? 'names a code twice' : null;
}

/** What is wrong with the settings of the vocabularies, by setting; null where nothing is. Pure. */
export function vocabularyProblem(
  env: Environment,
): { readonly name: string; readonly problem: string } | null {
  const problems = {
    ASSESSMENT_SCALE: scaleProblem(env),
    ASSESSMENT_RENAMED: renamedProblem(env),
    RATING_SCHEMES: schemesProblem(env),
  };
  for (const [name, problem] of Object.entries(problems)) {
    if (problem !== null) return { name, problem };
  }
  return null;
}
