import { columnLetters } from '../../export/formats/xlsx/sheet';
import type { ImportProblem } from '../problem';
import type { SourceLimits } from './limits';
import type { Report } from './source-error';
import type { SourceRow, SourceValue } from './source';
import { isStorable } from './storable';
import { normalHeader } from '../../../../shared/normal-header';

/** Cells of a row as the file has them, as many as it has. */
export type Cells = readonly SourceValue[];

export interface Header {
  readonly row: number;
  /** Trimmed, without empty ones at the end. */
  readonly texts: readonly string[];
  /** Cells of the header's row, empty ones at the end included. */
  readonly width: number;
  readonly problems: readonly ImportProblem[];
}

function textOf(value: SourceValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return 'day' in value ? value.day : '';
  return String(value)
    .replace(/^\uFEFF/, '')
    .trim();
}

export const isBlank = (cells: Cells): boolean => cells.every((cell) => cell === null);

/** Reads the header from its row: a duplicate name and too many columns are problems. */
export function readHeader(row: number, cells: Cells, report: Report, limits: SourceLimits): Header {
  const texts = cells.map(textOf);
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  const header = { row, width: cells.length };
  if (texts.length > limits.columns) {
    const problem = report.error('too-many-columns', { row }, { limit: limits.columns });
    return { ...header, texts: [], problems: [problem] };
  }
  const first = new Map<string, number>();
  const problems: ImportProblem[] = [];
  texts.forEach((text, index) => {
    if (text.length > limits.headerCharacters) {
      const size = { found: text.length, limit: limits.headerCharacters };
      problems.push(report.error('cell-too-large', { row, column: text }, size));
      return;
    }
    if (!isStorable(text)) {
      problems.push(report.error('character-broken', { row, column: text }));
    }
    // As columns are found by their headers: letter case, spaces and hyphens do not matter.
    const normal = normalHeader(text);
    const before = first.get(normal);
    if (text === '' || before === undefined) {
      first.set(normal, index);
      return;
    }
    const columns = { first: columnLetters(before), second: columnLetters(index) };
    problems.push(report.error('column-twice', { row, column: text }, { column: text, ...columns }));
  });
  return { ...header, texts, problems };
}

/** A value that can be read on; null with a problem where it is too long, or no database would store it unchanged. */
export function checkedValue(
  value: SourceValue,
  place: { readonly row: number; readonly column: string },
  report: Report,
  limits: SourceLimits,
): { readonly value: SourceValue; readonly problem?: ImportProblem } {
  if (!isStorable(value)) return { value: null, problem: report.error('character-broken', place) };
  if (typeof value !== 'string' || value.length <= limits.cellCharacters) return { value };
  const size = { found: value.length, limit: limits.cellCharacters };
  return { value: null, problem: report.error('cell-too-large', place, size) };
}

interface AssemblerSettings {
  readonly header: Header;
  readonly report: Report;
  readonly limits: SourceLimits;
  /** A record that has fewer or more cells than the header is a problem. */
  readonly isRectangular: boolean;
}

/**
 * Makes rows of the header's columns from cells, for one reading of a table. Gives null for a row without any
 * value or problem. A column without header that has a value is reported where the first such value stands.
 */
export function rowAssembler({ header, report, limits, isRectangular }: AssemblerSettings) {
  const { texts, width } = header;
  const reported = new Set<number>();

  return (row: number, cells: Cells, found: readonly ImportProblem[] = []): SourceRow | null => {
    if (found.length === 0 && isBlank(cells)) return null;
    const problems = [...found];
    if (isRectangular && (cells.length < texts.length || cells.slice(width).some((cell) => cell !== null))) {
      const code = cells.length < texts.length ? 'row-too-short' : 'row-too-long';
      problems.push(report.error(code, { row }, { expected: texts.length, found: cells.length }));
    }
    const values = texts.map((column, index) => {
      const { value, problem } = checkedValue(cells[index] ?? null, { row, column }, report, limits);
      if (problem) problems.push(problem);
      return value;
    });
    const end = isRectangular ? Math.min(cells.length, width) : cells.length;
    for (let index = 0; index < end; index += 1) {
      const isNamed = index < texts.length && texts[index] !== '';
      if (isNamed || reported.has(index) || (cells[index] ?? null) === null) continue;
      reported.add(index);
      problems.push(report.error('column-without-header', { row }, { letters: columnLetters(index) }));
    }
    return { row, values, problems };
  };
}
