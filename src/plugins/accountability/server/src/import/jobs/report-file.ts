import { guardFormula } from '../../export/formats/formula-guard';
import { problemMessage, say } from '../words';
import type { ImportJob } from './store';

const COLUMNS = ['severity', 'file', 'table', 'row', 'column', 'code', 'message'] as const;

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : guardFormula(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The problems and documents of an import as a CSV file (RFC 4180, with a byte order mark for spreadsheets). */
export function reportFile({ result }: ImportJob, language: string): string {
  const header = COLUMNS.map((column) => say(language, `report.${column}`));
  const problems = (result?.problems ?? []).map((problem) => [
    say(language, `report.${problem.severity}`),
    problem.place.file,
    problem.place.table,
    problem.place.row,
    problem.place.column,
    problem.code,
    problemMessage(problem, language),
  ]);
  const documents = (result?.preview ?? []).map(({ verdict, place, key, contentType }) => [
    say(language, `verdicts.${verdict}`),
    place.file,
    place.table,
    place.row,
    null,
    contentType,
    key,
  ]);
  const lines = [header, ...problems, ...documents].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
