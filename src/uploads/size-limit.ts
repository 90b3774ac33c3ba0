/** Reads settings, as Strapi hands it to configuration files. */
interface ReadsNumbers {
  int(name: string, fallback: number): number;
}

/** The most bytes one uploaded file may have. */
export const uploadMaxBytes = (env: ReadsNumbers): number => env.int('UPLOAD_MAX_MB', 25) * 1024 * 1024;
