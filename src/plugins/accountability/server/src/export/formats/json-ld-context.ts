import type { ColumnDeclaration, ColumnType } from '../../datasets/declaration';
import type { FileContext } from './format';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Types JSON has no values of; the others say themselves what they are. */
const DATATYPES: Partial<Record<ColumnType, string>> = {
  number: `${XSD}double`,
  date: `${XSD}date`,
  datetime: `${XSD}dateTime`,
};

/** Absolute address of the content API, with a slash at the end. */
const apiUrl = (base: string): string => base.slice(0, base.lastIndexOf('/') + 1);

/** What stands before and after an id in the address it makes. */
export function addressAround(base: string, address: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = address.split(/\{\w+\}/);
  return [`${apiUrl(base)}${before}`, after];
}

/** The columns of the file, each once, whatever the languages it comes in. */
export const declarationsOf = ({ columns }: Pick<FileContext, 'columns'>): ColumnDeclaration[] => [
  // The language is told by the keys of each map.
  ...new Set(columns.map(({ declaration }) => declaration).filter(({ tells }) => tells === undefined)),
];

/** What the keys of the rows mean: the property each stands for, and the type of its values. */
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
