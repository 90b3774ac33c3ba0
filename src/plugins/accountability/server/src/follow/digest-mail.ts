import { escapeHtml } from '../markup/escape';
import type { Mail } from '../mail/send-mail';
import { writingDirection } from '../../../shared/writing-direction';
import { followWord } from './words';

/** Maximum number of changes a mail reports of one followed document; its page has the others. */
export const MAX_ITEMS = 30;

/** One change. */
export interface DigestItem {
  readonly text: string;
  /** Address of its page; null where that of the followed document is enough. */
  readonly url: string | null;
}

/** The changes of one followed document. */
export interface DigestGroup {
  readonly title: string;
  readonly url: string | null;
  /** At least one. */
  readonly items: readonly DigestItem[];
  /** Address that ends following it. */
  readonly leave: string;
}

/** What a mail to a follower needs. */
export interface FollowerDigest {
  readonly address: string;
  readonly language: string;
  readonly groups: readonly DigestGroup[];
  /** Address that ends following everything. */
  readonly leaveAll: string;
}

/** A paragraph, with the address it leads to. */
export interface MailPart {
  readonly text: string;
  readonly url?: string | null;
  readonly kind?: 'heading' | 'item';
}

const link = (text: string, url: string | null | undefined): string =>
  url ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);

const ELEMENTS = { heading: 'h2', item: 'li', text: 'p' } as const;

function htmlOf(parts: readonly MailPart[], language: string): string {
  const pieces = parts.map(({ text, url, kind }, index) => {
    const name = ELEMENTS[kind ?? 'text'];
    const isFirst = kind === 'item' && parts[index - 1]?.kind !== 'item';
    const isLast = kind === 'item' && parts[index + 1]?.kind !== 'item';
    return `${isFirst ? '<ul>' : ''}<${name} dir="auto">${link(text, url)}</${name}>${isLast ? '</ul>' : ''}`;
  });
  const attributes = `lang="${escapeHtml(language)}" dir="${writingDirection(language)}"`;
  return `<!doctype html><html ${attributes}><meta charset="utf-8"><body><div ${attributes}>${pieces.join('')}</div></body></html>`;
}

const textOf = (parts: readonly MailPart[]): string =>
  parts
    .map(({ text, url, kind }) => `${kind === 'item' ? '- ' : ''}${text}${url ? `\n${url}` : ''}`)
    .join('\n\n');

/** A mail as text and as HTML in the direction of its language. Pure. */
export const mailOfParts = (parts: readonly MailPart[], language: string): Pick<Mail, 'text' | 'html'> => ({
  text: textOf(parts),
  html: htmlOf(parts, language),
});

/** The mail that notifies a follower of what has changed, in its language. Pure. */
export function digestMailOf({ address, language, groups, leaveAll }: FollowerDigest): Mail {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const parts = groups.flatMap(({ title, url, items, leave }): MailPart[] => [
    { text: title, url, kind: 'heading' },
    ...items
      .slice(0, MAX_ITEMS)
      .map((item) => ({ text: item.text, url: item.url ?? url, kind: 'item' as const })),
    ...(items.length > MAX_ITEMS
      ? [{ text: followWord(language, 'digest.more', { count: items.length - MAX_ITEMS }), url }]
      : []),
    { text: followWord(language, 'digest.leave-one'), url: leave },
  ]);
  const [first] = groups;
  return {
    to: address,
    subject:
      first && groups.length === 1
        ? followWord(language, 'digest.subject-one', { title: first.title })
        : followWord(language, 'digest.subject', { count, followed: groups.length }),
    ...mailOfParts(
      [
        { text: followWord(language, 'digest.intro') },
        ...parts,
        { text: followWord(language, 'digest.why') },
        { text: followWord(language, 'digest.leave-all'), url: leaveAll },
      ],
      language,
    ),
    headers: {
      // One-click unsubscribe (RFC 8058).
      'List-Unsubscribe': `<${leaveAll}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // Suppresses automatic replies.
      'Auto-Submitted': 'auto-generated',
    },
  };
}
