import type { Catalogue } from '../catalogue';

/** Addresses of what the catalogue tells beside the datasets. */
export const publisherUri = ({ config, base }: Catalogue): string =>
  config.openData.publisher?.uri ?? `${base}#publisher`;

export const contactUri = ({ base }: Catalogue): string => `${base}#contact`;

export const serviceUri = ({ base }: Catalogue): string => `${base}#service`;

/** All datasets of one moment as one file. */
export const releasesUri = ({ base }: Catalogue): string => `${base}#releases`;
