import { attachment } from '../http/site-url';
import { DATASET_DOCUMENTS, CATALOGUE_DOCUMENTS } from '../catalogue/documents';
import { fileUrl } from '../catalogue/index-document';
import { formatsFor, type Format } from './formats/format';
import type { ExportQuery } from './query';
import type { RequestedFile } from './requested-file';

const REVALIDATE = 'public, max-age=0, must-revalidate';

interface ResponseContext {
  readonly base: string;
  /** The request's query string with its question mark, or nothing. */
  readonly search: string;
  readonly formats: readonly Format[];
  readonly languages: readonly string[];
  readonly licenceUrl: string;
}

const link = (href: string, rel: string, type?: string): string =>
  `<${href}>; rel="${rel}"${type ? `; type="${type.split(';')[0]}"` : ''}`;

/** Headers of a dataset's file that do not depend on the data. Pure. */
export function fileHeaders(
  { dataset, format, isNegotiated }: RequestedFile,
  query: ExportQuery,
  { base, search, formats, languages, licenceUrl }: ResponseContext,
): Record<string, string> {
  const self = `${fileUrl(base, dataset, format)}${search}`;
  const language = query.locale ? `-${query.locale}` : '';
  // Metadata of the whole dataset does not fit a file with other columns.
  const isWhole = search === '';
  const documents = Object.entries(DATASET_DOCUMENTS)
    .filter(([, { describes }]) => describes === format.extension && isWhole)
    .map(([ending, { rel, mediaType }]) => link(`${base}/${dataset.name}.${ending}`, rel, mediaType));
  const api = CATALOGUE_DOCUMENTS['openapi.json'];
  return {
    'Content-Disposition': attachment(`${dataset.name}${language}.${format.extension}`),
    'Cache-Control': REVALIDATE,
    'Content-Language': query.locale ?? languages.join(', '),
    ...(isNegotiated && { 'Content-Location': self }),
    Link: [
      link(licenceUrl, 'license'),
      link(base, 'collection'),
      link(self, 'self'),
      ...formatsFor(formats, dataset)
        .filter((other) => other !== format)
        .map((other) => link(fileUrl(base, dataset, other), 'alternate', other.mediaType)),
      ...documents,
      link(`${base}/openapi.json`, 'service-desc', api.mediaType),
    ].join(', '),
  };
}
