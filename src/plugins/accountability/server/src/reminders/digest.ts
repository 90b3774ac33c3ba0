import { escapeHtml } from '../markup/escape';
import { periodOf, type Precision } from '../dates/partial-date';
import { partialDateInWords } from '../dates/partial-date-in-words';
import { endHasPassed } from '../workflow/overdue';
import { engineWords } from '../languages/engine-words';
import { textIn, type LocalizedText } from '../languages/localized-text';
import { writingDirection } from '../../../shared/writing-direction';

const WORDS = engineWords.section('reminders');

/** A document a reminder is about. */
export interface ReminderItem {
  readonly contentType: string;
  readonly documentId: string;
  /** The language whose title and form are given to readers of another one. */
  readonly locale: string;
  /** Its title in each language it is written in. */
  readonly titles: Readonly<Record<string, string>>;
  readonly state: LocalizedText;
  readonly endDate: string;
  readonly endPrecision: Precision | null;
  /** Addresses of the responsible organisations. */
  readonly responsible: readonly string[];
}

export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const DAY = 24 * 60 * 60 * 1000;

const word = WORDS.say;

/** Items that are overdue, and that fall due within the days ahead. Pure; earliest first. */
export function sortItems(
  items: readonly ReminderItem[],
  today: string,
  daysAhead: number,
): { overdue: ReminderItem[]; due: ReminderItem[] } {
  const horizon = new Date(Date.parse(today) + daysAhead * DAY).toISOString().slice(0, 10);
  const latest = ({ endDate, endPrecision }: ReminderItem) => periodOf(endDate, endPrecision)?.latest ?? '';
  const sorted = items
    .filter((item) => latest(item) !== '')
    .sort((a, b) => latest(a).localeCompare(latest(b)) || a.documentId.localeCompare(b.documentId));
  return {
    overdue: sorted.filter((item) => endHasPassed(item, today)),
    due: sorted.filter((item) => !endHasPassed(item, today) && latest(item) <= horizon),
  };
}

/** Items per recipient: all for recipients of everything, their own for the responsible. */
export function itemsByRecipient(
  items: readonly ReminderItem[],
  everything: readonly string[],
): Map<string, ReminderItem[]> {
  const byRecipient = new Map<string, ReminderItem[]>();
  const add = (recipient: string, item: ReminderItem) => {
    const key = recipient.trim().toLowerCase();
    const list = byRecipient.get(key) ?? [];
    if (!list.includes(item)) byRecipient.set(key, [...list, item]);
  };
  for (const item of items) {
    for (const recipient of [...everything, ...item.responsible]) add(recipient, item);
  }
  return byRecipient;
}

/**
 * The mail of one recipient, in each of the languages one after the other. Pure.
 * @param panelUrl address of the admin panel, without a trailing slash
 * @returns null without any items
 */
export function digestOf(
  { overdue, due }: { overdue: readonly ReminderItem[]; due: readonly ReminderItem[] },
  languages: readonly string[],
  panelUrl: string,
): Digest | null {
  if (overdue.length + due.length === 0) return null;
  const counts = { overdue: String(overdue.length), due: String(due.length) };
  const shownIn = ({ titles, locale }: ReminderItem, language: string) =>
    titles[language] === undefined ? locale : language;
  const url = ({ contentType, documentId }: ReminderItem, locale: string) =>
    `${panelUrl}/content-manager/collection-types/${contentType}/${documentId}?plugins[i18n][locale]=${locale}`;
  const sections = languages.flatMap((language) =>
    (
      [
        ['overdue', overdue],
        ['due', due],
      ] as const
    )
      .filter(([, items]) => items.length > 0)
      .map(([key, items]) => ({
        language,
        heading: word(language, key),
        lines: items.map((item) => {
          const locale = shownIn(item, language);
          return {
            text: word(language, 'item', {
              title: item.titles[locale] ?? item.documentId,
              date: partialDateInWords(item.endDate, item.endPrecision, language),
              state: textIn(item.state, language),
            }),
            url: url(item, locale),
          };
        }),
      })),
  );
  return {
    subject: languages.map((language) => word(language, 'subject', counts)).join(' / '),
    text: sections
      .map(({ heading, lines }) =>
        [heading, ...lines.map((line) => `- ${line.text}\n  ${line.url}`)].join('\n'),
      )
      .join('\n\n'),
    html: sections
      .map(
        ({ language, heading, lines }) =>
          `<section lang="${language}" dir="${writingDirection(language)}"><h2>${escapeHtml(heading)}</h2><ul>${lines
            .map((line) => `<li><a href="${escapeHtml(line.url)}">${escapeHtml(line.text)}</a></li>`)
            .join('')}</ul></section>`,
      )
      .join(''),
  };
}
