import { escapeXml } from '../markup/escape';

/** Times are ISO 8601 in UTC; ids are absolute and permanent. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** The role that made the move, never a person; null where it has none to name. */
  readonly author: string | null;
  /** Link to the next page. */
  readonly alternate: { readonly href: string; readonly type?: string };
  readonly category: { readonly term: string; readonly label: string };
  readonly content: string;
}

/** A deleted entry (RFC 6721). */
export interface AtomDeletion {
  readonly id: string;
  readonly when: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  readonly updated: string;
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type?: string }[];
  readonly entries: readonly AtomEntry[];
  readonly deletions: readonly AtomDeletion[];
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

function link(rel: string, href: string, type?: string): string {
  const kind = type ? ` type="${escapeXml(type)}"` : '';
  return `<link rel="${escapeXml(rel)}"${kind} href="${escapeXml(href)}"/>`;
}

const entryOf = ({ id, title, updated, author, alternate, category, content }: AtomEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    ...(author ? [`<author>${element('name', author)}</author>`] : []),
    link('alternate', alternate.href, alternate.type),
    `<category term="${escapeXml(category.term)}" label="${escapeXml(category.label)}"/>`,
    element('content', content),
    '</entry>',
  ].join('');

/** The feed after RFC 4287, with deleted entries of RFC 6721. Pure. */
export const atomFeed = (feed: AtomFeed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"' +
      ` xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    `<author>${element('name', feed.author)}</author>`,
    element('rights', feed.rights),
    ...feed.links.map(({ rel, href, type }) => link(rel, href, type)),
    ...feed.entries.map(entryOf),
    ...feed.deletions.map(
      ({ id, when }) => `<at:deleted-entry ref="${escapeXml(id)}" when="${escapeXml(when)}"/>`,
    ),
    '</feed>',
    '',
  ].join('\n');
