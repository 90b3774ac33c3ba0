/** Names that differ from the file extension in capitals. */
const NAMES: Readonly<Record<string, string>> = { jsonld: 'JSON-LD', parquet: 'Parquet' };

/**
 * Name of a format.
 * @param format its file extension
 */
export const formatName = (format: string): string => NAMES[format] ?? format.toUpperCase();
