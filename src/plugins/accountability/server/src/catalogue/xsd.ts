import { outputColumns, type OutputColumn } from '../datasets/output-columns';
import type { ColumnDeclaration, DatasetDeclaration, LocalizedText } from '../datasets/declaration';
import { isRequired } from '../datasets/checks/constraints';
import { xmlNamespace } from '../export/formats/xml-names';
import { escapeXml } from '../markup/escape';
import type { Catalogue } from './catalogue';
import { columnLabels, inOrder } from './texts';

/** Documentation inside the schema for people, in every language. */
const documentation = (texts: LocalizedText, languages: readonly string[]): string =>
  `<xs:annotation>${inOrder(texts, languages)
    .map(
      ([language, text]) => `<xs:documentation xml:lang="${language}">${escapeXml(text)}</xs:documentation>`,
    )
    .join('')}</xs:annotation>`;

const SIMPLE_TYPES = {
  string: 'xs:string',
  text: 'xs:string',
  enum: 'xs:string',
  integer: 'xs:integer',
  number: 'xs:double',
  boolean: 'xs:boolean',
  date: 'xs:date',
  datetime: 'xs:dateTime',
} as const;

const vocabularyName = ({ name }: ColumnDeclaration): string => `${name}-value`;

const valueType = (column: ColumnDeclaration): string => {
  if (column.values) return `d:${vocabularyName(column)}`;
  return column.format === 'uri' ? 'xs:anyURI' : SIMPLE_TYPES[column.type];
};

/** The values of an enumeration, each with its label. */
function vocabulary(column: ColumnDeclaration, languages: readonly string[]): string[] {
  if (!column.values) return [];
  return [
    `<xs:simpleType name="${vocabularyName(column)}"><xs:restriction base="xs:string">`,
    ...column.values.map(
      ({ value, labels }) =>
        `<xs:enumeration value="${escapeXml(value)}">${documentation(labels, languages)}</xs:enumeration>`,
    ),
    '</xs:restriction></xs:simpleType>',
  ];
}

/**
 * Declares the language attribute of an element without a second schema for `xml:lang`, which parsers would have to
 * fetch.
 */
const LANGUAGE = '<xs:anyAttribute namespace="http://www.w3.org/XML/1998/namespace" processContents="lax"/>';

/** A list has at least one item: an empty one has no element. */
function contentOf(column: ColumnDeclaration): string {
  const type = valueType(column);
  const language = column.localized ? LANGUAGE : '';
  if (column.separator !== undefined) {
    const items = `<xs:sequence><xs:element name="item" type="${type}" maxOccurs="unbounded"/></xs:sequence>`;
    return `<xs:complexType>${items}${language}</xs:complexType>`;
  }
  const extension = `<xs:extension base="${type}">${language}</xs:extension>`;
  return `<xs:complexType><xs:simpleContent>${extension}</xs:simpleContent></xs:complexType>`;
}

function elementOf(dataset: DatasetDeclaration, column: OutputColumn, languages: readonly string[]): string {
  const { declaration, name } = column;
  const labels = columnLabels(column, languages);
  const texts = Object.fromEntries(
    inOrder(declaration.description, languages).map(([language, text]) => [
      language,
      `${labels[language] ?? ''}: ${text}`,
    ]),
  );
  const occurs = isRequired(dataset, declaration) ? '' : ' minOccurs="0"';
  return `<xs:element name="${name}"${occurs}>${documentation(texts, languages)}${contentOf(declaration)}</xs:element>`;
}

/**
 * The elements of a file in all languages, and the unsuffixed ones of a file in one language; a site of one
 * language has only those.
 */
const elementsOf = (dataset: DatasetDeclaration, languages: readonly string[]): string[] =>
  dataset.columns
    .flatMap((declaration) => [
      ...outputColumns({ ...dataset, columns: [declaration] }, languages),
      ...(declaration.localized && languages.length > 1
        ? [{ name: declaration.name, declaration, locale: null }]
        : []),
    ])
    .map((column) => elementOf(dataset, column, languages));

/**
 * The schema (XSD 1.0) of a dataset's XML files, in all languages or in one. It is valid for files with all
 * columns; with `fields`, columns that are never empty may be missing.
 */
export function xmlSchema({ config }: Catalogue, dataset: DatasetDeclaration): string {
  const { languages } = config;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="${xmlNamespace(dataset)}"` +
      ` targetNamespace="${xmlNamespace(dataset)}" elementFormDefault="qualified">`,
    documentation(dataset.description, languages),
    ...dataset.columns.flatMap((column) => vocabulary(column, languages)),
    '<xs:complexType name="record"><xs:sequence>',
    ...elementsOf(dataset, languages),
    '</xs:sequence><xs:attribute name="id" type="xs:string" use="required"/></xs:complexType>',
    '<xs:complexType name="license"><xs:sequence><xs:element name="name" type="xs:string"/>' +
      '<xs:element name="url" type="xs:anyURI"/></xs:sequence></xs:complexType>',
    '<xs:element name="dataset"><xs:complexType><xs:sequence>',
    '<xs:element name="license" type="d:license"/>',
    '<xs:element name="record" type="d:record" minOccurs="0" maxOccurs="unbounded"/>',
    '<xs:element name="count" type="xs:nonNegativeInteger"/>',
    `</xs:sequence><xs:attribute name="name" type="xs:string" use="required" fixed="${dataset.name}"/>`,
    '<xs:attribute name="locale"><xs:simpleType><xs:restriction base="xs:string">',
    ...languages.map((language) => `<xs:enumeration value="${language}"/>`),
    '</xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>',
    '</xs:schema>',
    '',
  ].join('\n');
}
