import type { ColumnDeclaration, ColumnType, DatasetDeclaration } from '../declaration';
import { referenceSourceProblems, requiredProblems } from './constraints';
import {
  isListAttribute,
  isLocalizedAttribute,
  TO_MANY,
  type Model,
  type ModelAttribute,
  type ModelLookup,
} from '../content-model';
import { rowModel, rowProblems } from '../row-kinds';
import { place } from '../dataset-texts';
import { DOCUMENT_ATTRIBUTES, isDocumentAttribute, parseSourcePath } from '../source-path';

const TEXTS = ['string', 'text', 'richtext', 'email', 'uid', 'time', 'enumeration'];

/** Attribute types a column type can represent without loss. */
const CARRIES: Readonly<Record<ColumnType, readonly string[]>> = {
  string: TEXTS,
  text: TEXTS,
  enum: ['enumeration', 'string'],
  integer: ['integer'],
  number: ['integer', 'decimal', 'float'],
  boolean: ['boolean'],
  date: ['date'],
  datetime: ['datetime', 'timestamp'],
};

const TO_ONE = ['oneToOne', 'manyToOne'];

function valueProblems(column: ColumnDeclaration, name: string, owner: Model, isComponent = false): string[] {
  const builtIn = !isComponent && isDocumentAttribute(name) ? DOCUMENT_ATTRIBUTES[name] : undefined;
  const attribute = owner.attributes[name] ?? (builtIn && { type: builtIn });
  if (!attribute) return [`source "${column.source}": there is no attribute "${name}"; correct the path`];
  if (attribute.private) return [`source "${column.source}": "${name}" is private and cannot be published`];
  if (!CARRIES[column.type].includes(attribute.type)) {
    return [`type "${column.type}" cannot carry attribute "${name}" of type "${attribute.type}"`];
  }
  if (column.type === 'enum' && attribute.enum) {
    const declared = (column.values ?? []).map(({ value }) => value);
    return [
      ...attribute.enum
        .filter((value) => !declared.includes(value))
        .map((value) => `"values" lack "${value}", which the content type allows; add it`),
      ...declared
        .filter((value) => !attribute.enum?.includes(value))
        .map((value) => `"values" have "${value}", which the content type does not allow; remove it`),
    ];
  }
  return [];
}

function listProblems(column: ColumnDeclaration, isList: boolean, owner: Model | null): string[] {
  const problems: string[] = [];
  if (isList && !column.separator) problems.push('the source gives a list; set a "separator"');
  if (!isList && column.separator) problems.push('the source gives one value; remove the "separator"');
  if (isList && column.type !== 'string') problems.push('a list must have type "string"');
  if (column.gives && !(isList && column.localized)) {
    problems.push('"gives" is for a localized list of a relation; remove it');
  }
  for (const name of Object.keys(column.where ?? {})) {
    if (!owner?.attributes[name] || owner.attributes[name].private) {
      problems.push(`"where" names "${name}", which is no public attribute of the list's items`);
    }
  }
  return problems;
}

function columnProblems(column: ColumnDeclaration, model: Model, lookup: ModelLookup): string[] {
  const path = parseSourcePath(column.source);
  if (!path) return []; // Reported by the shape check.
  const { attribute: name, parts } = path;
  const attribute = model.attributes[name];

  if (parts.length === 0) {
    if (attribute?.type === 'relation' || attribute?.type === 'component') {
      return [`source "${column.source}" stops at a ${attribute.type}; name one of its attributes`];
    }
    const wrongValue = valueProblems(column, name, model);
    return [
      ...wrongValue,
      ...listProblems(column, false, null),
      // Nothing else can be checked of a missing attribute.
      ...(wrongValue.length > 0 ? [] : localeProblems(column, isLocalizedAttribute(model, name))),
    ];
  }

  if (!attribute) return [`source "${column.source}": there is no attribute "${name}"; correct the path`];
  if (attribute.private) return [`source "${column.source}": "${name}" is private and cannot be published`];
  const isComponent = attribute.type === 'component';
  if (!isComponent && !(attribute.type === 'relation' && isPlainRelation(attribute))) {
    return [`source "${column.source}": "${name}" is neither a component nor a relation to one type`];
  }
  const uid = (isComponent ? attribute.component : attribute.target) ?? '';
  const owner = lookup(uid);
  if (!owner) return [`source "${column.source}": its type "${uid}" does not exist`];
  if (column.hasPassed)
    return passedProblems(column, column.hasPassed.unless, isComponent, parts, owner, model);
  if (parts.length > 1 && column.type !== 'string') {
    return [`source "${column.source}": several parts need type "string"`];
  }
  return [
    ...(isComponent ? [] : partsOfRelationProblems(column, parts, owner)),
    ...havingProblems(column, isComponent, owner),
    ...parts.flatMap((part) => valueProblems(column, part, owner, isComponent)),
    ...listProblems(column, isListAttribute(attribute), owner),
    ...localeProblems(
      column,
      isComponent ? isLocalizedAttribute(model, name) : isLocalizedAttribute(owner, parts[0] ?? ''),
    ),
  ];
}

/** Several parts of related documents make a list of texts that are the same in every language. */
function partsOfRelationProblems(
  { source, separator }: ColumnDeclaration,
  parts: readonly string[],
  owner: Model,
) {
  if (parts.length === 1) return [];
  const isPlain = separator !== undefined && !parts.some((part) => isLocalizedAttribute(owner, part));
  return isPlain
    ? []
    : [`source "${source}": several parts of a relation need a list, and no localized attributes`];
}

function havingProblems({ having }: ColumnDeclaration, isComponent: boolean, owner: Model): string[] {
  if (having === undefined) return [];
  const attribute = owner.attributes[having];
  const isText = attribute && !attribute.private && TEXTS.includes(attribute.type);
  return isComponent && isText ? [] : [`"having" names "${having}", which is no public text of a component`];
}

/** `endHasPassed` needs a date with its precision, and a public attribute for its exceptions. */
function passedProblems(
  column: ColumnDeclaration,
  unless: string,
  isComponent: boolean,
  parts: readonly string[],
  owner: Model,
  model: Model,
): string[] {
  const [date, precision] = parts.map((part) => owner.attributes[part]?.type);
  const problems: string[] = [];
  if (!isComponent || parts.length !== 2 || date !== 'date' || precision !== 'enumeration') {
    problems.push(`source "${column.source}" must be "component.date:precision" for "hasPassed"`);
  }
  if (column.type !== 'boolean') problems.push('"hasPassed" gives type "boolean"');
  if (!model.attributes[unless] || model.attributes[unless].private) {
    problems.push(`"hasPassed" names "${unless}", which is no public attribute`);
  }
  return problems;
}

const isPlainRelation = (attribute: ModelAttribute): boolean =>
  [...TO_MANY, ...TO_ONE].includes(attribute.relation ?? '');

function localeProblems(column: ColumnDeclaration, isLocalized: boolean): string[] {
  if (isLocalized && !column.localized) return ['the source differs by language; add "localized: true"'];
  if (!isLocalized && column.localized) return ['the source is the same in every language; drop "localized"'];
  return [];
}

/**
 * Problems of the declarations against the content types: unknown, private or unsuitable attributes, wrong
 * `localized`, lists without separator. One sentence per problem, empty without problems.
 * @param lookup a content type or component by uid
 */
export function datasetModelProblems(datasets: readonly DatasetDeclaration[], lookup: ModelLookup): string[] {
  return datasets.flatMap((dataset) => {
    const model = lookup(dataset.contentType);
    if (!model) {
      return [
        `${place(dataset.name)}: content type "${dataset.contentType}" does not exist; correct the uid`,
      ];
    }
    const seen = rowModel(dataset, model);
    return [
      ...rowProblems(dataset, model, lookup, datasets).map((problem) => `${place(dataset.name)}: ${problem}`),
      ...dataset.columns.flatMap((column) =>
        [
          ...columnProblems(column, seen, lookup),
          ...requiredProblems(column, seen),
          ...referenceSourceProblems(column, seen, datasets),
        ].map((problem) => `${place(dataset.name, column.name)}: ${problem}`),
      ),
    ];
  });
}
