import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import { parseTimeZone } from '../dates/site-day';
import { exportJobs } from '../export/export-jobs';
import { csv } from '../export/formats/csv';
import { parseExportQuery } from '../export/query';
import { revisionBasis } from '../datasets/revision';
import { openDataConfig } from '../datasets/settings';
import type { ArchiveJob } from './archive/archive-job';

/** Makes the job of packing every dataset as its CSV file without parameters. */
export const archiveJobs = (strapi: Core.Strapi) => {
  const config = openDataConfig(strapi);
  const { datasets, languages } = config;
  const jobOf = exportJobs(strapi);

  /** @param editions versions to write instead of the content's own */
  return async (base: string, editions: ArchiveJob['editions'] = {}): Promise<ArchiveJob> => {
    const jobs = await Promise.all(
      datasets.map((dataset) => jobOf(dataset, parseExportQuery({}, dataset, languages, csv), csv, base)),
    );
    const basis = revisionBasis(strapi, datasets);
    const [first] = jobs;
    if (!first) throw new Error('There is no dataset to pack');
    return {
      database: first.database,
      files: jobs.map(({ database: _database, ...job }) => job),
      revision: { ...basis, changeTable: strapi.db.metadata.get(CHANGE).tableName },
      timeZone: parseTimeZone(strapi.config.get('plugin::accountability')),
      editions,
      config,
      base,
    };
  };
};
