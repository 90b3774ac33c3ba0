import type { Core } from '@strapi/strapi';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { endingOfContent, FILE_TYPES, typeOfEnding } from './file-types';
import {
  endingOf,
  validateFile,
  validateName,
  type FoundFile,
  type UploadFault,
  type UploadLimits,
} from './validate-file';
import { uploadRefusal, type RefusedFile } from './refusal';

/** A file of a form, as the body parser stored it on disk. */
interface SentFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
  /** Strapi stores this type in place of the declared one. */
  detectedMimeType?: string;
}

interface Sent {
  files: SentFile | SentFile[];
}

interface UploadService {
  upload(sent: Sent, options?: unknown): Promise<unknown>;
  replace(id: unknown, sent: { file: SentFile }, options?: unknown): Promise<unknown>;
  findOne(id: unknown): Promise<{ ext?: string | null } | null>;
}

type SentFiles = Readonly<Record<string, SentFile | SentFile[]>>;

/**
 * Where the guard keeps the original function. This service belongs to the process: an application that starts
 * after another one in it would wrap the wrapper, and keep the former one in memory.
 */
const STRAPIS_OWN = Symbol.for('open-commitments.parse-files-data');

interface ProjectSettings {
  parseFilesData: ((files: SentFiles) => Promise<unknown>) & {
    [STRAPIS_OWN]?: (files: SentFiles) => Promise<unknown>;
  };
}

const LOGOS = ['menuLogo', 'authLogo'];
const RASTERS = FILE_TYPES.filter(({ isRaster }) => isRaster);

/**
 * Inspects every file before Strapi processes or stores it. It wraps the services behind all routes: those of the
 * panel and of the content API, new files, replacements, files fetched from URLs, and the panel's logos. Strapi's
 * own check trusts the declared type of most files, and silently drops refused files.
 */
export function guardUploads(strapi: Core.Strapi): void {
  const service = strapi.plugin('upload').service('upload') as UploadService;
  const { upload, replace } = service;
  const limits = (): UploadLimits => ({
    bytes: strapi.config.get<number>('plugin::upload.sizeLimit'),
    megapixels: strapi.config.get<number>('tracker.uploads.megapixels'),
  });
  const check = async (files: readonly SentFile[], place: string, by: UploadLimits): Promise<void> => {
    const refused: RefusedFile[] = [];
    for (const [index, file] of files.entries()) {
      const fault = await findFault(file, by);
      if (fault) refused.push({ path: [place, index], name: nameOf(file), fault });
    }
    if (refused.length > 0) throw uploadRefusal(refused, requestLanguage(strapi));
  };

  service.upload = async (sent, options) => {
    await check([sent.files].flat(), 'files', limits());
    return upload(sent, options);
  };
  service.replace = async (id, sent, options) => {
    const stored = await service.findOne(id);
    // Without one Strapi answers that there is none.
    const replaces = stored ? (stored.ext ?? '') : undefined;
    await check([sent.file], 'files', { ...limits(), replaces });
    return replace(id, sent, options);
  };

  const settings = strapi.service('admin::project-settings') as unknown as ProjectSettings;
  const parseFilesData = settings.parseFilesData[STRAPIS_OWN] ?? settings.parseFilesData;
  settings.parseFilesData = Object.assign(
    async (files: SentFiles) => {
      for (const name of LOGOS) {
        const sent = files[name];
        if (sent) await check([sent].flat(), name, { ...limits(), types: RASTERS });
      }
      return parseFilesData(files);
    },
    { [STRAPIS_OWN]: parseFilesData },
  );
}

const nameOf = ({ originalFilename }: SentFile): string => originalFilename ?? '';

/** Loaded with the first file: it brings along the reader of pictures. */
async function inspect({ filepath, size }: SentFile, name: string): Promise<FoundFile> {
  const { inspectFile } = await import('./inspect-file.js');
  return inspectFile(filepath, name, size);
}

/** Inspects a file; an accepted one gets its detected type. */
async function findFault(file: SentFile, limits: UploadLimits): Promise<UploadFault | null> {
  await nameByContent(file, limits);
  const name = nameOf(file);
  const byName = validateName(name, file.size, limits);
  if (byName) return byName;
  const found = await inspect(file, name);
  const fault = validateFile(found, limits);
  if (!fault) file.detectedMimeType = typeOfEnding(endingOf(name))?.mime;
  return fault;
}

/** Adds the extension of its content to a name without one, as files fetched from URLs often need. */
async function nameByContent(file: SentFile, { bytes }: UploadLimits): Promise<void> {
  const name = nameOf(file);
  if (name === '' || endingOf(name) || file.size > bytes) return;
  const ending = endingOfContent((await inspect(file, name)).sniffed);
  if (ending) file.originalFilename = `${name}${ending}`;
}
