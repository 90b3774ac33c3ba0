import { CATALOGUE_DOCUMENTS, DATASET_DOCUMENTS } from './documents';

const open = { auth: false } as const;

/** Routes of the metadata. They precede those of the exports, whose pattern matches any name. */
export const catalogueRoutes = [
  ...Object.keys(CATALOGUE_DOCUMENTS).map((file) => ({
    method: 'GET',
    path: `/open-data/${file}`,
    handler: 'open-data-catalogue.catalogueDocument',
    config: open,
  })),
  ...Object.keys(DATASET_DOCUMENTS).map((ending) => ({
    method: 'GET',
    path: `/open-data/:dataset.${ending}`,
    handler: 'open-data-catalogue.datasetDocument',
    config: open,
  })),
];
