import type { AttributeValue } from '../plan/import-document';
import type { ColumnValue } from './table-rows';

const MIDNIGHT = '00:00:00.000';

/**
 * A value of an attribute as its column holds it; what Strapi's database layer makes of it.
 * @param type of the attribute in the schema
 */
export function columnValue(type: string, value: AttributeValue | undefined): ColumnValue {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      return value === true || value === 'true';
    case 'integer':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'datetime':
    case 'timestamp':
      return new Date(String(value));
    case 'time':
      // `8:30` is stored with seconds and milliseconds.
      return `${String(value)}${MIDNIGHT.slice(String(value).length)}`;
    case 'json':
    case 'blocks':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}
