import type { Core } from '@strapi/strapi';
import { uidOf } from '../../workflow/registry';

/** An attribute with a column of its own. */
export interface ScalarColumn {
  readonly attribute: string;
  readonly column: string;
  readonly type: string;
  readonly isLocalized: boolean;
  /** What Strapi stores in a new row where nothing is given. */
  readonly defaultValue: unknown;
}

/** An attribute that holds components: the table that joins them to the rows of their owner. */
export interface ComponentSlot {
  readonly attribute: string;
  readonly isLocalized: boolean;
  readonly table: string;
  readonly owner: string;
  readonly component: string;
  readonly field: string;
  readonly type: string;
  readonly order: string;
  readonly isList: boolean;
  /** Uid of the component, which is what the column of the type holds. */
  readonly uid: string;
}

/** A relation as its table of links has it, seen from one of its sides. */
export interface LinkTable {
  readonly attribute: string;
  readonly target: string;
  readonly table: string;
  /** Column of the content type's own row, and of the row it leads to. */
  readonly source: string;
  readonly to: string;
  /** Column of the order on the own side, and on the other. */
  readonly order: string | null;
  readonly inverseOrder: string | null;
  /** Whether the content type keeps the relation; the other side only shows it. */
  readonly isOwner: boolean;
  /** Whether a target belongs to one document only. */
  readonly isExclusive: boolean;
}

/** A component or content type, as its rows are written. */
export interface RowModel {
  readonly uid: string;
  readonly table: string;
  readonly id: string;
  readonly scalars: readonly ScalarColumn[];
  readonly components: readonly ComponentSlot[];
}

export interface ContentModel extends RowModel {
  readonly hasDrafts: boolean;
  readonly isLocalized: boolean;
  readonly links: readonly LinkTable[];
  readonly columns: {
    readonly documentId: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly publishedAt: string;
    readonly locale: string;
    readonly createdBy: string;
    readonly updatedBy: string;
  };
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly on?: { readonly field?: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
  readonly pivotColumns?: readonly string[];
}

/** What the database layer knows of an attribute; its own types do not say it. */
interface StoredAttribute {
  readonly type: string;
  readonly columnName?: string;
  readonly default?: unknown;
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly joinTable?: JoinTable;
  readonly joinColumn?: { readonly name: string };
}

interface SchemaAttribute {
  readonly type: string;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

/** Attributes that the writer fills in by itself. */
const OWN = new Set(['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale']);

const contentModels = new WeakMap<Core.Strapi, Map<string, ContentModel>>();
const componentModels = new WeakMap<Core.Strapi, Map<string, RowModel>>();

function remembered<T>(
  models: WeakMap<Core.Strapi, Map<string, T>>,
  strapi: Core.Strapi,
  uid: string,
  make: () => T,
): T {
  const known = models.get(strapi) ?? new Map<string, T>();
  models.set(strapi, known);
  const model = known.get(uid) ?? make();
  known.set(uid, model);
  return model;
}

const stored = (strapi: Core.Strapi, uid: string) =>
  strapi.db.metadata.get(uid).attributes as unknown as Readonly<Record<string, StoredAttribute>>;

function rowModel(
  strapi: Core.Strapi,
  uid: string,
  schema: Readonly<Record<string, SchemaAttribute>>,
  isLocalizedType: boolean,
): RowModel {
  const isLocalized = (attribute: string) =>
    isLocalizedType && schema[attribute]?.pluginOptions?.i18n?.localized === true;
  const scalars: ScalarColumn[] = [];
  const components: ComponentSlot[] = [];
  for (const [attribute, known] of Object.entries(stored(strapi, uid))) {
    if (known.type !== 'relation') {
      if (OWN.has(attribute) || !known.columnName) continue;
      const { columnName: column, type, default: defaultValue } = known;
      scalars.push({ attribute, column, type, isLocalized: isLocalized(attribute), defaultValue });
    } else if (schema[attribute]?.type === 'component' && known.joinTable && known.target) {
      const {
        name: table,
        joinColumn,
        inverseJoinColumn,
        orderColumnName,
        pivotColumns = [],
      } = known.joinTable;
      const [owner, component] = [joinColumn.name, inverseJoinColumn.name];
      const [field, type] = pivotColumns.filter((column) => column !== owner && column !== component);
      if (!field || !type || !orderColumnName)
        throw new Error(`The table of "${uid}.${attribute}" is unknown`);
      components.push({
        attribute,
        isLocalized: isLocalized(attribute),
        table,
        owner,
        component,
        field,
        type,
        order: orderColumnName,
        isList: known.relation === 'oneToMany',
        uid: known.target,
      });
    }
  }
  const { tableName: table } = strapi.db.metadata.get(uid);
  return { uid, table, id: stored(strapi, uid).id?.columnName ?? 'id', scalars, components };
}

/** How the rows of a component are written. */
export const componentModel = (strapi: Core.Strapi, uid: string): RowModel =>
  remembered(componentModels, strapi, uid, () =>
    rowModel(
      strapi,
      uid,
      (strapi.components as unknown as Record<string, { attributes: Record<string, SchemaAttribute> }>)[uid]
        ?.attributes ?? {},
      false,
    ),
  );

/** How the rows of a content type are written, from its schema and what the database layer made of it. */
export const contentModel = (strapi: Core.Strapi, uid: string): ContentModel =>
  remembered(contentModels, strapi, uid, () => {
    const schema = strapi.contentType(uidOf(uid));
    if (!schema) throw new Error(`There is no content type "${uid}"`);
    const attributes = stored(strapi, uid);
    const columnOf = (attribute: string): string => {
      const { columnName, joinColumn } = attributes[attribute] ?? { type: '' };
      return columnName ?? joinColumn?.name ?? attribute;
    };
    const isLocalized =
      (schema.pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true;
    return {
      ...rowModel(
        strapi,
        uid,
        schema.attributes as unknown as Readonly<Record<string, SchemaAttribute>>,
        isLocalized,
      ),
      hasDrafts: schema.options?.draftAndPublish === true,
      isLocalized,
      links: Object.entries(attributes).flatMap(([attribute, known]) => linkTable(strapi, attribute, known)),
      columns: {
        documentId: columnOf('documentId'),
        createdAt: columnOf('createdAt'),
        updatedAt: columnOf('updatedAt'),
        publishedAt: columnOf('publishedAt'),
        locale: columnOf('locale'),
        createdBy: columnOf('createdBy'),
        updatedBy: columnOf('updatedBy'),
      },
    };
  });

function linkTable(strapi: Core.Strapi, attribute: string, known: StoredAttribute): LinkTable[] {
  const { type, relation = '', target = '', joinTable, mappedBy } = known;
  if (type !== 'relation' || !joinTable || joinTable.on || !(target in strapi.contentTypes)) return [];
  return [
    {
      attribute,
      target,
      table: joinTable.name,
      source: joinTable.joinColumn.name,
      to: joinTable.inverseJoinColumn.name,
      order: joinTable.orderColumnName ?? null,
      inverseOrder: joinTable.inverseOrderColumnName ?? null,
      isOwner: !mappedBy,
      isExclusive: relation === 'oneToOne' || relation === 'oneToMany',
    },
  ];
}
