/** The relevant part of a keyboard event. */
export interface Press {
  readonly key: string;
  /** Physical key, independent of the keyboard's layout: `KeyA`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Command of a key. */
export type Command =
  | { readonly kind: 'next' | 'previous' | 'choose' | 'answer' | 'help' }
  | { readonly kind: 'move'; readonly key: string };

const OF_THE_PAGE: Readonly<Record<string, Exclude<Command['kind'], 'move'>>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  x: 'choose',
  e: 'answer',
  '?': 'help',
};

/**
 * The Latin letter of a key event. A Georgian layout types ა where a Latin one types a: the physical key decides.
 */
function letterOf({ key, code }: Press): string {
  if (!/^\p{L}$/u.test(key)) return key;
  const small = key.toLowerCase();
  return /^[a-z]$/.test(small) ? small : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? small);
}

/**
 * Command of a key event; null for none.
 * @param moveKeys shortcuts of moves
 */
export function commandOf(press: Press, moveKeys: readonly string[]): Command | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const letter = letterOf(press);
  const kind = OF_THE_PAGE[letter];
  if (kind) return { kind };
  return moveKeys.includes(letter) ? { kind: 'move', key: letter } : null;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';

/** Whether a key event belongs to an input and not to the page. */
export function isTyping(target: unknown): boolean {
  const element = target as { closest?: (selector: string) => unknown } | null;
  return Boolean(element?.closest?.(FIELDS));
}
