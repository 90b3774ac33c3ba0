interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly mappedBy?: string;
}

export interface Schema {
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/**
 * The attribute by which documents of a content type refer to their parent of the schema's content type. Pure.
 * @returns undefined where they are not children of it
 */
export const childAttribute = (schema: Schema | undefined, child: string): string | undefined =>
  Object.values(schema?.attributes ?? {}).find(
    ({ type, relation, target, mappedBy }) =>
      type === 'relation' && relation === 'oneToMany' && target === child && mappedBy,
  )?.mappedBy;
