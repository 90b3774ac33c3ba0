/** A press of a key, as far as it is looked at. */
export interface Press {
  readonly key: string;
  /** The key's place, whatever language the keyboard writes: `KeyA`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a press asks for. */
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
 * The Latin letter of a press. A Georgian keyboard writes ა where a Latin one writes a: the key's place tells.
 */
function letterOf({ key, code }: Press): string {
  if (!/^\p{L}$/u.test(key)) return key;
  const small = key.toLowerCase();
  return /^[a-z]$/.test(small) ? small : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? small);
}

/**
 * What a press of a key asks for; null where it asks for nothing.
 * @param moveKeys letters that make moves
 */
export function commandOf(press: Press, moveKeys: readonly string[]): Command | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const letter = letterOf(press);
  const kind = OF_THE_PAGE[letter];
  if (kind) return { kind };
  return moveKeys.includes(letter) ? { kind: 'move', key: letter } : null;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';

/** Whether a press belongs to what is being typed or chosen, and not to the page. */
export function isTyping(target: unknown): boolean {
  const element = target as { closest?: (selector: string) => unknown } | null;
  return Boolean(element?.closest?.(FIELDS));
}
