import type { TextToken } from '../analysis/analyser';
import type { Term } from './parse-query';

/** A part of a text; `mark` where it is what was searched for. */
export interface MarkedPart {
  readonly text: string;
  readonly mark: boolean;
}

/** The place of a found word, and the term it was found for. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** Letters of a snippet, some more or less. */
const SNIPPET = 220;

/** What of a text a query finds, in its order. Pure. */
export function hitsIn(tokens: readonly TextToken[], terms: readonly Term[]): Hit[] {
  const hits: Hit[] = [];
  terms.forEach(({ alternatives, prefixes }, term) => {
    const starts = new Map<string, (readonly string[])[]>();
    for (const sequence of alternatives) {
      const first = sequence[0] ?? '';
      starts.set(first, [...(starts.get(first) ?? []), sequence]);
    }
    tokens.forEach(({ token, word, start }, index) => {
      const sequence = starts
        .get(token)
        ?.find((one) => one.every((wanted, step) => tokens[index + step]?.token === wanted));
      if (sequence) {
        hits.push({ start, end: (tokens[index + sequence.length - 1] as TextToken).end, term });
      } else if (prefixes.some((prefix) => word.startsWith(prefix))) {
        hits.push({ start, end: (tokens[index] as TextToken).end, term });
      }
    });
  });
  return hits.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** How many terms are among the hits. Pure. */
export const foundTerms = (hits: readonly Hit[]): number => new Set(hits.map(({ term }) => term)).size;

/** A whole text with what was found marked. Pure. */
export const markedText = (text: string, hits: readonly Hit[]): MarkedPart[] =>
  markedRange(text, hits, 0, text.length);

function markedRange(text: string, hits: readonly Hit[], from: number, to: number): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let position = from;
  for (const { start, end } of hits) {
    if (start < position || end > to) continue;
    if (start > position) parts.push({ text: text.slice(position, start), mark: false });
    parts.push({ text: text.slice(start, end), mark: true });
    position = end;
  }
  if (position < to) parts.push({ text: text.slice(position, to), mark: false });
  return parts;
}

/** The part of a text around the most that was found, with an ellipsis where something is left out. Pure. */
export function snippetOf(text: string, hits: readonly Hit[]): MarkedPart[] {
  if (text.length <= SNIPPET) return markedText(text, hits);
  let best = { score: -1, start: 0 };
  hits.forEach((hit, index) => {
    const inside = [];
    for (
      let next = index;
      next < hits.length && (hits[next] as Hit).end <= hit.start + SNIPPET * 0.75;
      next += 1
    )
      inside.push(hits[next] as Hit);
    const score = foundTerms(inside) * 1000 + Math.min(inside.length, 100);
    if (score > best.score) best = { score, start: hit.start };
  });
  const from = wordStart(text, Math.max(0, Math.min(best.start - SNIPPET / 4, text.length - SNIPPET)));
  const to = wordEnd(text, Math.min(text.length, from + SNIPPET));
  const parts = markedRange(
    text,
    hits.filter(({ start }) => start >= from),
    from,
    to,
  );
  const gap: MarkedPart = { text: '…', mark: false };
  return [...(from > 0 ? [gap] : []), ...parts, ...(to < text.length ? [gap] : [])];
}

/** The next beginning of a word, if there is one nearby. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at - 1);
  return space >= 0 && space - at < 30 ? space + 1 : codePointStart(text, at);
}

/** The last end of a word before a place, if there is one nearby. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return at - space < 30 ? space : codePointStart(text, at);
}

/** Not between the two halves of a character. */
const codePointStart = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
