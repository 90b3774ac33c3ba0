import type { SchemaElement } from 'hyparquet' with { 'resolution-mode': 'import' };
import type { OutputColumn } from '../../../datasets/output-columns';
import type { ColumnType, DatasetDeclaration } from '../../../datasets/declaration';

type Element = Omit<SchemaElement, 'name' | 'repetition_type'>;

const TEXT: Element = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };

const ELEMENTS: Readonly<Record<ColumnType, Element>> = {
  string: TEXT,
  text: TEXT,
  enum: TEXT,
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

/** Schema elements of a column. A list is never null, only empty, as in JSON. */
function columnElements({ name, declaration }: OutputColumn, isKey: boolean): SchemaElement[] {
  const element = ELEMENTS[declaration.type];
  if (declaration.separator === undefined) {
    return [{ ...element, name, repetition_type: isKey ? 'REQUIRED' : 'OPTIONAL' }];
  }
  return [
    {
      name,
      repetition_type: 'REQUIRED',
      num_children: 1,
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { ...element, name: 'element', repetition_type: 'REQUIRED' },
  ];
}

/** The schema of a dataset's file, from its declaration alone. */
export const parquetSchema = (
  { key }: Pick<DatasetDeclaration, 'key'>,
  columns: readonly OutputColumn[],
): SchemaElement[] => [
  { name: 'schema', num_children: columns.length },
  ...columns.flatMap((column) => columnElements(column, column.declaration.name === key)),
];
