import { datasetModelProblems } from '../datasets/checks/content-types';
import type { ModelLookup } from '../datasets/content-model';
import { datasetShapeProblems } from '../datasets/checks/shape';
import { parseSourcePath } from '../datasets/source-path';
import { tableAsDataset, type SummaryTable } from './config';

/**
 * Problems of the tables against the content types. One sentence per problem, empty without problems.
 * @param languages the site's languages
 */
export function summaryModelProblems(
  tables: readonly SummaryTable[],
  languages: readonly string[],
  lookup: ModelLookup,
): string[] {
  const declared = tables.map(tableAsDataset);
  return [
    ...datasetShapeProblems(declared, languages),
    ...datasetModelProblems(declared, lookup),
    ...tables.flatMap(({ name, contentType, by }) =>
      by.flatMap(({ column, label, unit }) => {
        const at = `table "${name}", column "${column.name}"`;
        const path = parseSourcePath(column.source);
        const attribute = lookup(contentType)?.attributes[path?.attribute ?? ''];
        const problems: string[] = [];
        if (column.localized) problems.push(`${at}: words differ by language; count by a code or an id`);
        if (column.hasPassed) problems.push(`${at}: what is worked out day by day cannot be counted`);
        if ((path?.parts.length ?? 0) > 1) problems.push(`${at}: a value of several parts cannot be counted`);
        if (unit && column.type !== 'date') problems.push(`${at}: "unit" is for dates`);
        if (label) {
          const target = attribute?.type === 'relation' ? lookup(attribute.target ?? '') : undefined;
          const shown = target?.attributes[label];
          if (!shown || shown.private) {
            problems.push(`${at}: "${label}" is no public attribute of a related document`);
          }
        }
        return problems;
      }),
    ),
  ];
}
