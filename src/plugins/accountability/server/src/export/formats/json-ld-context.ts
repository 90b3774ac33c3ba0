import type { ColumnDeclaration, ColumnType } from '../../datasets/declaration';
import type { FileContext } from './format';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Types without a native JSON value. */
const DATATYPES: Partial<Record<ColumnType, string>> = {
  number: `${XSD}double`,
  date: `${XSD}date`,
  datetime: `${XSD}dateTime`,
};

/** Absolute address of the content API, with a trailing slash. */
const apiUrl = (base: string): string => base.slice(0, base.lastIndexOf('/') + 1);

/** Prefix and suffix of an id in its address. */
export function addressAround(base: string, address: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = address.split(/\{\w+\}/);
  return [`${apiUrl(base)}${before}`, after];
}

/** The columns of the file, each once, whatever its languages. */
export const declarationsOf = ({ columns }: Pick<FileContext, 'columns'>): ColumnDeclaration[] => [
  // The keys of each language map are the languages.
  ...new Set(columns.map(({ declaration }) => declaration).filter(({ gives }) => gives === undefined)),
];

/** Meaning of the keys of the rows: the property of each, and the type of its values. */
export function jsonLdContext(context: Pick<FileContext, 'dataset' | 'columns' | 'base'>): object {
  const { dataset, base } = context;
  const terms = declarationsOf(context).map((column) => {
    const { property, address } = dataset.linkedData?.columns?.[column.name] ?? {};
    const type = address === undefined ? DATATYPES[column.type] : '@id';
    return [
      column.name,
      {
        '@id': property ?? column.propertyUrl ?? `${base}/${dataset.name}#${column.name}`,
        ...(column.localized ? { '@container': '@language' } : type && { '@type': type }),
      },
    ];
  });
  return { '@version': 1.1, ...Object.fromEntries(terms) };
}
