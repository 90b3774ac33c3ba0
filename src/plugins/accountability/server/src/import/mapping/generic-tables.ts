import type { SavedTable } from '../../../../shared/saved-mapping';
import type { DocumentTable, ImportColumn } from './declaration';
import type { GenericField, GenericTable } from './generic';

export interface DescribedTable {
  readonly declared: GenericTable;
  readonly fields: readonly GenericField[];
}

/** A table whose columns are fields of a generic table. */
export interface ReadTable extends Omit<SavedTable, 'holds' | 'columns'> {
  readonly name: string;
  readonly columns: readonly (SavedTable['columns'][number] & Pick<ImportColumn, 'headerIn'>)[];
}

export interface TablesOf {
  readonly documents: DocumentTable;
  /** Of documents that cells name and that are made where they do not exist. */
  readonly made: readonly DocumentTable[];
}

/** The tables of a mapping that read a sheet as a generic table. Columns of no field of it are left out. */
export function tablesOf({ declared, fields }: DescribedTable, table: ReadTable): TablesOf {
  const { name, files, key, dateOrder } = table;
  const read = table.columns.flatMap((column) => {
    const field = fields.find((one) => one.column.to === column.to);
    return field ? [{ column, field, separators: column.separators ?? field.separators }] : [];
  });
  const columns = read.map(({ column, field, separators }): ImportColumn => {
    const { aliases: _aliases, creates: _creates, ...declaredColumn } = field.column;
    // The first word that fits counts: what the mapping says goes before what is known.
    const values =
      field.values || column.values ? { ...column.values, ...field.values, ...column.values } : undefined;
    return {
      dateOrder,
      ...declaredColumn,
      ...column,
      ...(values && { values }),
      ...(separators && { separators }),
    };
  });
  const attributes = new Set(columns.map(({ to }) => to.split('.')[0] as string));
  const found = key ?? declared.keys.find((names) => names.every((one) => attributes.has(one)));
  return {
    documents: {
      name,
      files,
      contentType: declared.contentType,
      keys: found ? [found] : declared.keys,
      columns,
    },
    made: read.flatMap(({ column: { from, locale, headerIn }, field, separators }): DocumentTable[] => {
      if (from === undefined || !field.column.creates || !field.relation) return [];
      const { contentType, by } = field.relation;
      return [
        {
          name: `${name}, ${from}`,
          files,
          contentType,
          keys: by.map((one) => [one]),
          each: { from, separators: separators ?? [] },
          onlyNew: true,
          columns: [{ from, to: by[0] as string, ...(locale !== undefined && { locale }), headerIn }],
        },
      ];
    }),
  };
}
