import type { Core } from '@strapi/strapi';
import { guardFormula } from '../../export/formats/formula-guard';
import type { ImportProblem } from '../problem';
import { problemMessage } from '../problem-message';
import type { ShownDocument } from '../run-import';
import { say } from '../words';
import type { ImportJob } from './store';

const COLUMNS = ['severity', 'file', 'table', 'row', 'column', 'code', 'message'] as const;
const LINE_END = '\r\n';

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : guardFormula(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (values: readonly (string | number | null)[]): string =>
  `${values.map(cell).join(',')}${LINE_END}`;

/** The lines of a report of an import: CSV (RFC 4180), with a byte order mark for spreadsheets. */
export const reportLines = (strapi: Core.Strapi, language: string) => ({
  header: (): string => `\uFEFF${line(COLUMNS.map((column) => say(language, `report.${column}`)))}`,
  problem: (problem: ImportProblem): string =>
    line([
      say(language, `report.${problem.severity}`),
      problem.place.file,
      problem.place.table,
      problem.place.row,
      problem.place.column,
      problem.code,
      problemMessage(strapi, problem, language),
    ]),
  document: ({ verdict, place, key, contentType }: ShownDocument): string =>
    line([say(language, `verdicts.${verdict}`), place.file, place.table, place.row, null, contentType, key]),
});

/** The problems and documents of an import that are kept with it, as a CSV file. */
export function reportFile(strapi: Core.Strapi, { result }: ImportJob, language: string): string {
  const { header, problem, document } = reportLines(strapi, language);
  return [header(), ...(result?.problems ?? []).map(problem), ...(result?.preview ?? []).map(document)].join(
    '',
  );
}
