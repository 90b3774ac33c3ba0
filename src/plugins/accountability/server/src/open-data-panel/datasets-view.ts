import type { CatalogueStatistics } from '../catalogue/catalogue';
import { catalogueIndex } from '../catalogue/index-document';
import type { OpenDataConfig } from '../datasets/config';
import type { Format } from '../export/formats/format';

/**
 * The datasets for the panel's page: titles, row counts as of an export, last change, addresses. Pure.
 * @param base absolute address of open data, for people to copy
 * @param path address of open data on the server the panel uses, to download from
 */
export function datasetsView(
  config: OpenDataConfig,
  formats: readonly Format[],
  facts: Pick<CatalogueStatistics, 'datasets'>,
  { base, path }: { readonly base: string; readonly path: string },
) {
  const { datasets, documents, archive, releases } = catalogueIndex(config, formats, base, []);
  return {
    base,
    path,
    datasets: datasets.map(({ name, labels, description, links }) => ({
      name,
      labels,
      description,
      rows: facts.datasets[name]?.rows ?? 0,
      modified: facts.datasets[name]?.modified ?? null,
      links,
    })),
    addresses: [
      base,
      archive.href,
      releases.href,
      ...documents.map(({ href }) => href),
      ...['changes.ndjson', 'changes.atom', 'deadlines.ics', 'summary.json'].map((file) => `${base}/${file}`),
    ],
  };
}
