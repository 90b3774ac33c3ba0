import { textIn } from '../../languages/localized-text';
import type { MessageValues } from '../../languages/message-format';
import type { ImportProblem, Severity } from '../problem';
import type { SourceTable } from '../source/source';
import { messageLanguages, say } from '../words';
import type { GenericTable } from './generic';
import type { MatchedHeader, ProposalSettings, ProposedSheet } from './propose';

/** Names of a field that a message shows. */
const MAX_NAMES = 4;

/** Codes of what is reported about a column that is not read. */
const LEFT_OUT = {
  unknown: 'column-not-read',
  unsure: 'column-unsure',
  'same-field': 'column-same-field',
  language: 'column-language',
} as const;

/** What keeps sheets from being read (errors), and which of their columns are not read (warnings). */
export function proposalProblems(
  { tables, languages }: ProposalSettings,
  sheets: readonly ProposedSheet[],
): { readonly problems: readonly ImportProblem[]; readonly refused: ReadonlySet<SourceTable> } {
  const refused = new Set<SourceTable>();
  const problems = sheets.flatMap((sheet): ImportProblem[] => {
    const { source, table, holds, couldHold, headers, missing } = sheet;
    const problem = (
      severity: Severity,
      code: string,
      column: string | null,
      values: (language: string) => MessageValues,
    ): ImportProblem => ({
      severity,
      code,
      place: { file: source.file, table: table.name, row: table.headerRow, column },
      message: Object.fromEntries(
        messageLanguages(languages).map((language) => [
          language,
          say(language, `problems.${code}`, values(language)),
        ]),
      ),
    });
    if (couldHold.length > 0) {
      refused.add(table);
      return [
        problem('error', 'sheet-ambiguous', null, (language) => ({
          tables: couldHold.map(({ labels }) => textIn(labels, language)),
        })),
      ];
    }
    const described = tables.find(({ declared }) => declared === holds);
    if (!described) return [];
    if (missing.length > 0) {
      refused.add(table);
      return missing.map((field) =>
        problem('error', 'column-missing', null, (language) => ({
          ...ofTable(described.declared, language),
          field: textIn(field.labels, language),
          names: namesOf(field.names, language),
        })),
      );
    }
    return headers.flatMap((header): ImportProblem[] => {
      if (header.leftOut === null || header.header === '') return [];
      const field = described.fields.find(({ column }) => column.to === header.to);
      return [
        problem('warning', LEFT_OUT[header.leftOut], header.header, (language) => ({
          ...ofTable(described.declared, language),
          column: header.header,
          field: field ? textIn(field.labels, language) : '',
          language: header.locale ?? '',
          other: otherOf(header, headers),
        })),
      ];
    });
  });
  return { problems, refused };
}

const ofTable = ({ labels }: GenericTable, language: string) => ({ table: textIn(labels, language) });

const otherOf = ({ to }: MatchedHeader, headers: readonly MatchedHeader[]): string =>
  headers.find((one) => one.leftOut === null && one.to === to)?.header ?? '';

/** Some names in a language, else in any. */
function namesOf(
  names: readonly { readonly text: string; readonly language: string | null }[],
  language: string,
): string[] {
  const own = names.filter((name) => name.language === language);
  return [...new Set((own.length > 0 ? own : names).map(({ text }) => text))].slice(0, MAX_NAMES);
}
