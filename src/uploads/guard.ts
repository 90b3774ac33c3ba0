import type { Core } from '@strapi/strapi';

import { requestLanguage } from 'strapi-plugin-accountability/server';
import { endingOfContent, FILE_TYPES, typeOfEnding } from './file-types';
import { endingOf, judgeFile, judgeName, type UploadFault, type UploadLimits } from './judge-file';
import { lookIntoFile } from './look-into-file';
import { uploadRefusal, type RefusedFile } from './refusal';

/** A file of a form, as the reader of bodies left it on the disk. */
interface SentFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  size: number;
  /** Strapi stores this type in place of the one the sender declares. */
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
 * Where the guard keeps the function it stands in for. This service belongs to the process: an application that starts
 * after another one in it would guard the guard, and keep the former one in memory.
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
 * Looks into every file before Strapi processes or stores it. It stands at the services all addresses end in: those of
 * the panel and of the content API, new files, replacements, files taken from other sites, and the panel's logos.
 * Strapi's own check takes most files by the type their sender declares, and leaves refused files out without a word.
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

/** Judges a file; one that is taken has its type noted. */
async function findFault(file: SentFile, limits: UploadLimits): Promise<UploadFault | null> {
  await nameByContent(file, limits);
  const name = nameOf(file);
  const byName = judgeName(name, file.size, limits);
  if (byName) return byName;
  const found = await lookIntoFile(file.filepath, name, file.size);
  const fault = judgeFile(found, limits);
  if (!fault) file.detectedMimeType = typeOfEnding(endingOf(name))?.mime;
  return fault;
}

/** Gives a name without an ending that of its content, as files of other sites often need. */
async function nameByContent(file: SentFile, { bytes }: UploadLimits): Promise<void> {
  const name = nameOf(file);
  if (name === '' || endingOf(name) || file.size > bytes) return;
  const ending = endingOfContent((await lookIntoFile(file.filepath, name, file.size)).sniffed);
  if (ending) file.originalFilename = `${name}${ending}`;
}
