/** Maximum nesting of a body: far more than any form has, far less than breaks a recursion. */
export const MAX_DEPTH = 64;

/** Unstorable content of a body, with its path; in a member's name, where the path ends with it. */
export interface Unstorable {
  readonly kind: 'nul' | 'surrogate' | 'depth' | 'inherited';
  readonly path: readonly (string | number)[];
}

const NUL = '\0';

function faultOf(text: string): 'nul' | 'surrogate' | null {
  if (text.includes(NUL)) return 'nul';
  return isWellFormed(text) ? null : 'surrogate';
}

const nameFaultOf = (name: string) => (name in Object.prototype ? 'inherited' : faultOf(name));

// `String.prototype.isWellFormed` is in Node.js 20, but not yet in the language level the sources are checked with.
const LONE_SURROGATE = /\p{Cs}/u;
const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

interface Place {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/**
 * The first content of a parsed body that no database stores unchanged: the character NUL, which PostgreSQL rejects
 * and other programs treat as the end of a text; an unpaired surrogate, which becomes another character on one
 * database and an error on the other; too deep nesting. Names of members are checked too, also for inherited names:
 * validators treat `constructor` as a rule of theirs. Pure; iterative, so that no depth breaks it.
 */
export function findUnstorable(body: unknown): Unstorable | null {
  let level: Place[] = [{ value: body, path: [] }];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: Place[] = [];
    for (const { value, path } of level) {
      if (typeof value === 'string') {
        const kind = faultOf(value);
        if (kind) return { kind, path };
      } else if (typeof value === 'object' && value !== null) {
        if (depth >= MAX_DEPTH) return { kind: 'depth', path: path.slice(0, 3) };
        const isList = Array.isArray(value);
        for (const [name, inner] of Object.entries(value)) {
          const kind = isList ? null : nameFaultOf(name);
          if (kind) return { kind, path: [...path, name] };
          next.push({ value: inner, path: [...path, isList ? Number(name) : name] });
        }
      }
    }
    level = next;
  }
  return null;
}
