import type { Core } from '@strapi/strapi';
import { partialDateInWords } from '../dates/partial-date-in-words';
import { siteDay } from '../dates/site-day';
import { rowFor, titleOfRow } from '../feeds/documents';
import { moveInWords } from '../feeds/move-in-words';
import { pagePath } from '../feeds/page-path';
import { languageCodes } from '../languages/site-languages';
import { textIn } from '../languages/localized-text';
import { asFeedDocument, type ChangedDocument } from './changes';
import type { DigestItem } from './digest-mail';
import { followWord } from './words';

/** The items of a digest about a changed document, in a language: first that it is new or changed, then its moves. */
export function digestItems(
  strapi: Core.Strapi,
  { change, rows, isCreated, isUpdated, moves }: ChangedDocument,
  language: string,
  site: string,
): DigestItem[] {
  const row = rowFor(rows, language, languageCodes(strapi));
  if (!row) return [];
  const title = titleOfRow(asFeedDocument(change), row);
  const page = change.page?.[language];
  const path = page === undefined ? null : pagePath(page, row);
  const url = path === null ? null : `${site}${path}`;
  const label = isCreated ? change.created : isUpdated ? change.updated : undefined;
  const name = label && textIn(label, language);
  return [
    ...(name
      ? [{ text: title === '' ? name : followWord(language, 'labelled', { label: name, text: title }), url }]
      : []),
    ...moves.map((move) => {
      const { title: moved, reason } = moveInWords(strapi, move, title, language);
      const date = partialDateInWords(siteDay(strapi, new Date(move.at)), null, language);
      const dated = followWord(language, 'dated', { date, text: moved });
      return { text: reason === null ? dated : `${dated}. ${reason}`, url };
    }),
  ];
}
