import type { Environment } from './environment';

interface NumberSetting {
  readonly least: number;
  readonly most: number;
  /** The default. */
  readonly standard: number;
}

/** Settings that are whole numbers within a range. */
export const NUMBER_SETTINGS = {
  // Node.js itself rejects headers beyond 16 KiB in total.
  PUBLIC_QUERY_LENGTH: { least: 100, most: 16_000, standard: 12_000 },
  PUBLIC_READS_PER_ADDRESS: { least: 1, most: 1_000, standard: 8 },
  PUBLIC_READS_WAITING_PER_ADDRESS: { least: 0, most: 10_000, standard: 200 },
  PUBLIC_READS_PATIENCE_SECONDS: { least: 1, most: 600, standard: 30 },
  /** 0 for no limit. */
  LOGIN_ATTEMPTS_PER_ADDRESS: { least: 0, most: 100_000, standard: 60 },
  /** Hour of the mails to followers, in TIME_ZONE. */
  FOLLOW_HOUR: { least: 0, most: 23, standard: 8 },
  FOLLOW_CONFIRM_DAYS: { least: 1, most: 30, standard: 2 },
  /** 0 for no end. */
  FOLLOW_KEEP_DAYS: { least: 0, most: 36_500, standard: 730 },
  /** 0 for no limit. */
  FOLLOW_ATTEMPTS_PER_ADDRESS: { least: 0, most: 100_000, standard: 60 },
  FOLLOW_PER_ADDRESS: { least: 0, most: 100_000, standard: 10 },
  FOLLOW_MAILS_PER_ADDRESS: { least: 0, most: 1_000, standard: 3 },
  // An uploaded file is stored on disk, and the pixels of a picture in memory (four bytes each), for inspection.
  UPLOAD_MAX_MB: { least: 1, most: 10_000, standard: 25 },
  UPLOAD_MAX_MEGAPIXELS: { least: 1, most: 268, standard: 100 },
  OPEN_DATA_MAX_EXPORTS: { least: 1, most: 100, standard: 4 },
  OPEN_DATA_MAX_EXPORTS_PER_ADDRESS: { least: 1, most: 100, standard: 2 },
  OPEN_DATA_LEAST_BYTES_PER_SECOND: { least: 1, most: 1_000_000_000, standard: 8_192 },
  OPEN_DATA_LONGEST_PAUSE_SECONDS: { least: 1, most: 3_600, standard: 60 },
  OPEN_DATA_LONGEST_EXPORT_SECONDS: { least: 1, most: 86_400, standard: 1_800 },
} as const satisfies Record<string, NumberSetting>;

export type NumberSettingName = keyof typeof NUMBER_SETTINGS;

/** What is invalid in a setting's text, null where it is valid. */
export function numberProblem(name: NumberSettingName, text: string | undefined): string | null {
  const { least, most } = NUMBER_SETTINGS[name];
  if (!text || (/^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most)) return null;
  return `must be a whole number from ${least} to ${most}, not "${text}"`;
}

/**
 * The value of a setting. An invalid one gives the default: Strapi would fail with a stack trace while it reads its
 * configuration, before `checkSettings` can name the setting.
 */
export function numberOrStandard(env: (name: string) => string | undefined, name: NumberSettingName): number {
  const text = env(name);
  return text && numberProblem(name, text) === null ? Number(text) : NUMBER_SETTINGS[name].standard;
}

/** Invalid settings, with their problems. */
export const numberProblems = (env: Environment): { name: string; problem: string }[] =>
  (Object.keys(NUMBER_SETTINGS) as NumberSettingName[]).flatMap((name) => {
    const problem = numberProblem(name, env[name]);
    return problem === null ? [] : [{ name, problem }];
  });
