import type { DatasetDeclaration } from '../../datasets/declaration';

export const XML_SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Namespace of a dataset's elements; the same on every site that has the dataset. */
export const xmlNamespace = ({ name }: Pick<DatasetDeclaration, 'name'>): string => `urn:open-data:${name}`;
