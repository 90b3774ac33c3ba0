import type { Catalogue } from '../catalogue';

/** URIs of the catalogue's resources other than datasets. */
export const publisherUri = ({ config, base }: Catalogue): string =>
  config.openData.publisher?.uri ?? `${base}#publisher`;

export const contactUri = ({ base }: Catalogue): string => `${base}#contact`;

export const serviceUri = ({ base }: Catalogue): string => `${base}#service`;

/** All datasets of one moment as one file. */
export const releasesUri = ({ base }: Catalogue): string => `${base}#releases`;
