interface InternalType {
  readonly singular: string;
  readonly plural: string;
  readonly table: string;
  readonly displayName: string;
  readonly attributes: Readonly<Record<string, object>>;
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    type?: 'unique';
  }[];
}

/** An internal content type of the plugin: Strapi creates its table and hides it in the panel. */
export const internalType = ({
  singular,
  plural,
  table,
  displayName,
  attributes,
  indexes,
}: InternalType) => ({
  schema: {
    kind: 'collectionType',
    collectionName: table,
    info: { singularName: singular, pluralName: plural, displayName },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes,
    indexes,
  },
});
