/** Names that are not the ending of a file in capitals. */
const NAMES: Readonly<Record<string, string>> = { jsonld: 'JSON-LD', parquet: 'Parquet' };

/** What a format is called. @param format as files end with it */
export const formatName = (format: string): string => NAMES[format] ?? format.toUpperCase();
