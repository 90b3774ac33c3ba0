import type { DatasetDeclaration } from './declaration';
import type { Model, ModelAttribute, ModelLookup } from './content-model';

/** Sources that are not attributes of a content type: they describe the row itself. */
export const LINK = 'link';
export const LINK_ID = 'linkId';
export const LINK_ROLE = 'linkRole';
export const ABOUT_DATASET = 'aboutDataset';

/** Whether the rows of a dataset are the documents of its content type, one each. */
export const hasDocuments = ({ links, about }: Pick<DatasetDeclaration, 'links' | 'about'>): boolean =>
  !links && !about;

/** Source of the column that identifies a row. */
export const keySource = ({ links }: Pick<DatasetDeclaration, 'links'>): string =>
  links ? LINK_ID : 'documentId';

/** Whether a source describes the link of a row instead of the document. */
export const isLinkSource = (source: string): boolean => /^link(Id|Role|\.)/.test(source);

const linkedTypes = ({ links = {} }: DatasetDeclaration, model: Model): (string | undefined)[] =>
  Object.keys(links).map((relation) => model.attributes[relation]?.target);

/** The content type as the columns of a dataset see it: with the attributes that describe the row itself. Pure. */
export function rowModel(dataset: DatasetDeclaration, model: Model): Model {
  const own: Record<string, ModelAttribute> = {};
  if (dataset.links) {
    const [target] = linkedTypes(dataset, model);
    own[LINK] = { type: 'relation', relation: 'manyToOne', target };
    own[LINK_ID] = { type: 'string', required: true };
    own[LINK_ROLE] = {
      type: 'enumeration',
      required: true,
      enum: [...new Set(Object.values(dataset.links))],
    };
  }
  if (dataset.about) {
    const names = [...new Set(Object.values(dataset.about.datasets))];
    own[ABOUT_DATASET] = { type: 'enumeration', required: true, enum: names };
  }
  return { ...model, attributes: { ...model.attributes, ...own } };
}

/** Problems of the kind of rows of a dataset against the content types: a sentence per problem. */
export function rowProblems(
  dataset: DatasetDeclaration,
  model: Model,
  lookup: ModelLookup,
  datasets: readonly DatasetDeclaration[],
): string[] {
  const problems: string[] = [];
  const publicAttribute = (name: string): ModelAttribute | undefined =>
    model.attributes[name]?.private ? undefined : model.attributes[name];
  for (const name of Object.keys(dataset.where ?? {})) {
    const attribute = publicAttribute(name);
    if (!attribute || attribute.pluginOptions?.i18n?.localized) {
      problems.push(
        `"where" names "${name}", which is no public attribute that is the same in every language`,
      );
    }
  }
  const { visibleWith } = dataset;
  if (visibleWith !== undefined && publicAttribute(visibleWith)?.type !== 'relation') {
    problems.push(`"visibleWith" names "${visibleWith}", which is no public relation`);
  }
  const { visibleUnder } = dataset;
  if (
    visibleUnder !== undefined &&
    (publicAttribute(visibleUnder)?.type !== 'relation' ||
      model.attributes[visibleUnder]?.target !== dataset.contentType)
  ) {
    problems.push(
      `"visibleUnder" names "${visibleUnder}", which is no public relation to the same content type`,
    );
  }
  for (const relation of Object.keys(dataset.links ?? {})) {
    if (publicAttribute(relation)?.type !== 'relation') {
      problems.push(`"links" names "${relation}", which is no public relation`);
    }
  }
  if (new Set(linkedTypes(dataset, model)).size > 1) {
    problems.push('"links" lead to different content types; make a dataset for each');
  }
  if (dataset.links && dataset.about) problems.push('"links" and "about" do not go together; drop one');
  if (dataset.about) problems.push(...aboutProblems(dataset.about, model, lookup, datasets));
  return problems;
}

function aboutProblems(
  { typeAttribute, idAttribute, datasets: named }: NonNullable<DatasetDeclaration['about']>,
  model: Model,
  lookup: ModelLookup,
  datasets: readonly DatasetDeclaration[],
): string[] {
  const problems = [typeAttribute, idAttribute]
    .filter((name) => model.attributes[name]?.type !== 'string')
    .map((name) => `"about" names "${name}", which is no attribute of type "string"`);
  for (const [uid, name] of Object.entries(named)) {
    if (!lookup(uid)) problems.push(`"about" names content type "${uid}", which does not exist`);
    const dataset = datasets.find((candidate) => candidate.name === name);
    if (dataset?.contentType !== uid) {
      problems.push(`"about" says that dataset "${name}" has the documents of "${uid}", which it has not`);
    }
  }
  return problems;
}
