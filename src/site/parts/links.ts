import { commitmentPath, organisationPath } from '../addresses';
import type { Commitment, Organisation } from '../content/records';
import { html, joined, type Html } from '../html/html';
import { textFor } from '../languages';
import type { ContentFrame } from '../page';
import { say, titleHtml, titleText } from './localized-html';

/** An organisation's name with its acronym, linked to its page. */
export function organisationLink(organisation: Organisation, frame: ContentFrame): Html {
  const { slug, name, acronym } = organisation;
  const short = say(acronym, frame, false);
  const isSaid = titleText(name, frame).includes(textFor(acronym, frame.language)?.text ?? '');
  const names = html`${titleHtml(name, frame)}${!isSaid && html` (${short})`}`;
  return slug === null ? names : html`<a href="${organisationPath(slug, frame.language)}">${names}</a>`;
}

/** The published ones of some ids. */
export const organisationsOf = (ids: readonly string[], { overview }: ContentFrame): Organisation[] =>
  ids.flatMap((id) => overview.organisationById.get(id) ?? []);

/** A list of organisations; nothing where there are none. */
export const organisationLinks = (ids: readonly string[], frame: ContentFrame): Html =>
  joined(
    organisationsOf(ids, frame).map((organisation) => organisationLink(organisation, frame)),
    frame.words.semicolon,
  );

export const commitmentLink = ({ slug, title }: Commitment, frame: ContentFrame): Html =>
  slug === null
    ? titleHtml(title, frame)
    : html`<a href="${commitmentPath(slug, frame.language)}">${titleHtml(title, frame)}</a>`;

/** A heading of an item: its code, if any, before its title. */
export const codeBefore = (code: string | null): Html =>
  code ? html`<span class="code">${code}</span> ` : html``;
