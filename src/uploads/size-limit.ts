import { numberOrStandard } from '../settings/number-settings';

/** Maximum bytes of an uploaded file. */
export const uploadMaxBytes = (env: (name: string) => string | undefined): number =>
  numberOrStandard(env, 'UPLOAD_MAX_MB') * 1024 * 1024;
