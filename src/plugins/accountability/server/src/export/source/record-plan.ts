import type { RecordQuery } from './connection';
import type { DocumentRows } from './keys';
import { columnOf, type JoinTable, type ModelMetadata } from './metadata';
import { at, literal, name, type Dialect } from './sql';

/** The first cell of a record is its number. */
const FIRST_EXPRESSION = 1;

/** Declared conditions on every link of a join table; no values of a request among them. */
export const linkConditions = (joinTable: JoinTable, alias: string): string =>
  Object.entries(joinTable.on ?? {})
    .map(([column, value]) => ` AND ${at(alias, column)} = ${literal(String(value))}`)
    .join('');

const positionOf = ({ orderColumnName }: JoinTable): string =>
  orderColumnName ? at('j', orderColumnName) : '0';

/** An item of a component, and the attribute to read. */
interface ComponentRead {
  readonly attribute: string;
  /** Of several items only the first is read. */
  readonly isList: boolean;
  readonly language: number | null;
}

/** The items of a component, and the attribute to read. */
interface ItemsRead {
  readonly attributes: readonly string[];
  readonly where: Readonly<Record<string, string>>;
  readonly having: string | undefined;
  readonly isList: boolean;
  readonly language: number | null;
}

/** Condition on an item of a component: it has a text in the attribute. */
export const hasText = (model: ModelMetadata, attribute: string, alias: string): string =>
  `COALESCE(${at(alias, columnOf(model, attribute))}, '') <> ''`;

/**
 * Collects what to read of the documents of one content type. Duplicates are read once; each method returns the
 * position of the value in a record.
 */
export class RecordPlan {
  private readonly expressions: string[] = [];
  private readonly joins = new Map<string, string>();
  private readonly languages: number;

  constructor(
    readonly rows: DocumentRows,
    private readonly dialect: Dialect,
  ) {
    this.languages = rows.languages?.length ?? 1;
  }

  query(): RecordQuery {
    return {
      expressions: this.expressions,
      // Content rows first: the other joins may refer to them.
      joins: [...this.joins.entries()]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([, text]) => text)
        .join(' '),
      languages: this.languages,
    };
  }

  /** An attribute of the document: of its row in a language, or of its primary row. */
  attribute(attribute: string, language: number | null): number {
    const column = columnOf(this.rows.model, attribute);
    if (language !== null) return this.add(this.dialect.text(this.rowColumn(language, column)));
    const [last, ...before] = Array.from({ length: this.languages }, (_, index) => index).reverse();
    const expression = before.reduce(
      (otherwise, index) =>
        `CASE WHEN k.r${index} IS NOT NULL THEN ${this.rowColumn(index, column)} ELSE ${otherwise} END`,
      this.rowColumn(last ?? 0, column),
    );
    return this.add(this.dialect.text(expression));
  }

  /** An attribute with its codes replaced: `codes` by value. */
  coded(attribute: string, codes: Readonly<Record<string, string>>): number {
    const value = this.rowColumn(0, columnOf(this.rows.model, attribute));
    const cases = Object.entries(codes).map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`);
    return this.add(`CASE ${value} ${cases.join(' ')} END`);
  }

  /** An attribute of a single component, or of the first of a repeatable one. */
  component(
    joinTable: JoinTable,
    model: ModelMetadata,
    { attribute, isList, language }: ComponentRead,
  ): number {
    const row = this.rowId(language);
    const alias = `i_${joinTable.name}_${Object.values(joinTable.on ?? {}).join('_')}_${row}`;
    const item =
      `SELECT ${at('j', joinTable.inverseJoinColumn.name)} FROM ${name(joinTable.name)} j ` +
      `WHERE ${at('j', joinTable.joinColumn.name)} = ${row}${linkConditions(joinTable, 'j')} ` +
      // Sorting costs more than finding; a single component needs none.
      `${isList ? `ORDER BY ${positionOf(joinTable)} ` : ''}LIMIT 1`;
    this.joins.set(
      `2 ${alias}`,
      `LEFT JOIN ${name(model.tableName)} ${name(alias)} ON ${name(alias)}.${name(columnOf(model, 'id'))} = (${item})`,
    );
    return this.add(this.dialect.text(`${name(alias)}.${name(columnOf(model, attribute))}`));
  }

  /** The items of a component as a list, or the first of them: one attribute, or several separated by colons. */
  items(
    joinTable: JoinTable,
    model: ModelMetadata,
    { attributes, where, having, isList, language }: ItemsRead,
  ): number {
    const columns = attributes.map((attribute) => this.dialect.text(at('c', columnOf(model, attribute))));
    const [only = ''] = columns;
    const value =
      columns.length === 1 ? only : columns.map((column) => `COALESCE(${column}, '')`).join(` || ':' || `);
    const conditions = Object.entries(where).map(
      ([attribute, wanted]) => ` AND ${at('c', columnOf(model, attribute))} = ${literal(wanted)}`,
    );
    if (having !== undefined) conditions.push(` AND ${hasText(model, having, 'c')}`);
    const order = `ORDER BY ${positionOf(joinTable)}, ${at('c', columnOf(model, 'id'))}`;
    return this.add(
      `(SELECT ${isList ? this.dialect.items(value, order) : value} FROM ${name(joinTable.name)} j JOIN ${name(model.tableName)} c ` +
        `ON ${at('c', columnOf(model, 'id'))} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
        `WHERE ${at('j', joinTable.joinColumn.name)} = ${this.rowId(language)}${linkConditions(joinTable, 'j')}` +
        `${conditions.join('')} AND ${value} IS NOT NULL${isList ? '' : ` ${order} LIMIT 1`})`,
    );
  }

  /**
   * The rows of a relation to several documents: of each position and numeric id. One value for each language, since a
   * row has no link to a document that is not there in its language; one index lookup each costs less than one for all.
   */
  links(joinTable: JoinTable): readonly number[] {
    const numbers = [`COALESCE(${positionOf(joinTable)}, 0)`, at('j', joinTable.inverseJoinColumn.name)];
    return this.eachLanguage((language) =>
      this.add(`(SELECT ${this.dialect.numbers(numbers)} ${this.linksOf(joinTable, language)})`),
    );
  }

  /** The row of a relation to one document: position and numeric id, of the first language that has the link. */
  link(joinTable: JoinTable): number {
    const target = `'0 ' || ${at('j', joinTable.inverseJoinColumn.name)}`;
    const [only = '', ...others] = this.eachLanguage(
      (language) => `(SELECT ${target} ${this.linksOf(joinTable, language)} LIMIT 1)`,
    );
    return this.add(others.length > 0 ? `COALESCE(${[only, ...others].join(', ')})` : only);
  }

  private eachLanguage = <T>(read: (language: number) => T): T[] =>
    Array.from({ length: this.languages }, (_, language) => read(language));

  private linksOf = (joinTable: JoinTable, language: number): string =>
    `FROM ${name(joinTable.name)} j WHERE ${at('j', joinTable.joinColumn.name)} = ${this.rowId(language)}` +
    linkConditions(joinTable, 'j');

  private add(expression: string): number {
    const known = this.expressions.indexOf(expression);
    return FIRST_EXPRESSION + (known >= 0 ? known : this.expressions.push(expression) - 1);
  }

  private rowId = (language: number | null): string => (language === null ? 'k.p' : `k.r${language}`);

  private rowColumn(language: number, column: string): string {
    const { model } = this.rows;
    const alias = `l${language}`;
    this.joins.set(
      `1 ${alias}`,
      `LEFT JOIN ${name(model.tableName)} ${alias} ON ${at(alias, columnOf(model, 'id'))} = k.r${language}`,
    );
    return at(alias, column);
  }
}
