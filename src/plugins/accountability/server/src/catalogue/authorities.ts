import { threeLetterCode } from '../languages/three-letter-code';

const EU = 'http://publications.europa.eu/resource/authority';

/** Codes of the EU's list of data themes. */
export const DATA_THEMES = [
  'AGRI',
  'ECON',
  'EDUC',
  'ENER',
  'ENVI',
  'GOVE',
  'HEAL',
  'INTR',
  'JUST',
  'REGI',
  'SOCI',
  'TECH',
  'TRAN',
] as const;
export type DataTheme = (typeof DATA_THEMES)[number];

/** Codes of the EU's list of frequencies a publisher of this kind can promise. */
export const FREQUENCIES = [
  'CONT',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'ANNUAL',
  'IRREG',
] as const;

/** Kinds of publisher of the ADMS vocabulary. */
export const PUBLISHER_TYPES = [
  'Academia-ScientificOrganisation',
  'Company',
  'LocalAuthority',
  'NationalAuthority',
  'NonGovernmentalOrganisation',
  'NonProfitOrganisation',
  'RegionalAuthority',
  'SupraNationalAuthority',
] as const;

/** The EU's codes of file types by file extension. Lines of JSON have none. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonld: 'JSON_LD',
  parquet: 'PARQUET',
  xlsx: 'XLSX',
  xml: 'XML',
  zip: 'ZIP',
};

export const DATA_THEME_SCHEME = `${EU}/data-theme`;
export const PUBLIC_ACCESS = `${EU}/access-right/PUBLIC`;
export const STABLE_AVAILABILITY = `${EU}/planned-availability/STABLE`;

export const themeUri = (theme: DataTheme): string => `${DATA_THEME_SCHEME}/${theme}`;
export const frequencyUri = (frequency: string): string => `${EU}/frequency/${frequency}`;
export const publisherTypeUri = (type: string): string => `http://purl.org/adms/publishertype/${type}`;

/** The EU's address of a language (`ka`, `en-GB`): its ISO 639-3 code in capitals. Undefined for no language. */
export function languageUri(language: string): string | undefined {
  const code = threeLetterCode(language);
  return code && `${EU}/language/${code.toUpperCase()}`;
}

/** The EU's address of a file type, undefined where it has none. */
export function fileTypeUri(extension: string): string | undefined {
  const code = FILE_TYPES[extension];
  return code && `${EU}/file-type/${code}`;
}

/** Address of a media type at IANA, undefined for one that is not registered there (`application/x-…`). */
export function mediaTypeUri(mediaType: string): string | undefined {
  const type = bareMediaType(mediaType);
  return type.includes('/x-') ? undefined : `http://www.iana.org/assignments/media-types/${type}`;
}

/** A media type without its parameters: `text/csv`. */
export const bareMediaType = (mediaType: string): string => mediaType.split(';')[0]?.trim() ?? '';
