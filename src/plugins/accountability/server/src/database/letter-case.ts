/** The part of a SQLite connection that registers functions. */
export interface FunctionRegistry {
  function(
    name: string,
    options: { deterministic: boolean },
    implementation: (...values: SqliteValue[]) => string | number | null,
  ): unknown;
}

type SqliteValue = string | number | bigint | Uint8Array | null;

/** A token of a LIKE pattern: a letter, `%` for any text, or `_` for any single letter. */
type Step = string | typeof ANY_TEXT | typeof ANY_LETTER;
const ANY_TEXT = Symbol('%');
const ANY_LETTER = Symbol('_');

/** Lower case letter by letter, as PostgreSQL does: the platform would use another sigma at the end of a word. */
const small = (text: string): string => text.replaceAll('Σ', 'σ').toLowerCase();
const isText = (value: SqliteValue): value is string | number | bigint =>
  value !== null && typeof value !== 'object';

function stepsOf(pattern: string, escape: string): Step[] {
  const steps: Step[] = [];
  let isEscaped = false;
  for (const letter of pattern) {
    if (isEscaped) steps.push(letter);
    else if (letter === escape) {
      isEscaped = true;
      continue;
    } else if (letter === '%') steps.push(ANY_TEXT);
    else steps.push(letter === '_' ? ANY_LETTER : letter);
    isEscaped = false;
  }
  return steps;
}

/** Backtracks to the last `%` only, so that the time is at most the product of both lengths. */
function matches(steps: readonly Step[], letters: readonly string[]): boolean {
  let [step, at, lastAny, resumeAt] = [0, 0, -1, 0];
  while (at < letters.length) {
    const wanted = steps[step];
    if (wanted === ANY_TEXT) {
      lastAny = step;
      resumeAt = at;
      step += 1;
    } else if (wanted === ANY_LETTER || (wanted !== undefined && wanted === letters[at])) {
      step += 1;
      at += 1;
    } else if (lastAny >= 0) {
      step = lastAny + 1;
      resumeAt += 1;
      at = resumeAt;
    } else {
      return false;
    }
  }
  return steps.slice(step).every((left) => left === ANY_TEXT);
}

/**
 * Whether texts match a LIKE pattern, ignoring letter case in every alphabet.
 * @param escape the character that makes the following one literal; empty for none
 */
export function likeMatcher(pattern: string, escape: string): (text: string) => boolean {
  const steps = stepsOf(small(pattern), small(escape));
  const inner = steps.slice(1, -1);
  const isAnywhere = steps.length > 1 && steps[0] === ANY_TEXT && steps.at(-1) === ANY_TEXT;
  // The usual search pattern; `includes` runs at native speed.
  if (isAnywhere && inner.every((step) => typeof step === 'string')) {
    const wanted = inner.join('');
    return (text) => small(text).includes(wanted);
  }
  return (text) => matches(steps, [...small(text)]);
}

/**
 * Registers case-insensitive functions for every alphabet in a SQLite connection: its own `lower`, `upper` and
 * `LIKE` cover ASCII only, where PostgreSQL's cover Georgian capitals, Cyrillic and accented letters.
 */
export function foldEveryAlphabet(connection: FunctionRegistry): void {
  const options = { deterministic: true };
  // A statement applies one pattern to thousands of rows.
  let known: { pattern: string; escape: string; test: (text: string) => boolean } | undefined;
  const like = (pattern: SqliteValue, text: SqliteValue, escape: SqliteValue): 0 | 1 | null => {
    if (!isText(pattern) || !isText(text) || !isText(escape)) return null;
    const wanted = String(pattern);
    if (known?.pattern !== wanted || known.escape !== escape) {
      known = { pattern: wanted, escape: String(escape), test: likeMatcher(wanted, String(escape)) };
    }
    return known.test(String(text)) ? 1 : 0;
  };

  connection.function('lower', options, (text: SqliteValue) => (isText(text) ? small(String(text)) : null));
  connection.function('upper', options, (text: SqliteValue) =>
    isText(text) ? String(text).toUpperCase() : null,
  );
  // SQLite identifies functions by name and number of parameters; `a LIKE b` is `like(b, a)`.
  connection.function('like', options, (pattern: SqliteValue, text: SqliteValue) => like(pattern, text, ''));
  connection.function('like', options, (pattern: SqliteValue, text: SqliteValue, escape: SqliteValue) =>
    like(pattern, text, escape),
  );
}
