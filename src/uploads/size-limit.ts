import { numberOrStandard } from '../settings/number-settings';

/** The most bytes one uploaded file may have. */
export const uploadMaxBytes = (env: (name: string) => string | undefined): number =>
  numberOrStandard(env, 'UPLOAD_MAX_MB') * 1024 * 1024;
