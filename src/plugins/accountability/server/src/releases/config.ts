import { z } from 'zod';

const CRON = /^(\S+\s+){4,5}\S+$/;

const releasesSchema = z.strictObject({
  /** Schedule of automatic releases, as a cron rule in the server's time zone; empty for never. */
  cron: z
    .string()
    .trim()
    .refine((rule) => rule === '' || CRON.test(rule), { message: 'five or six fields, such as "0 3 1 * *"' })
    .default(''),
});

export type ReleasesConfig = z.infer<typeof releasesSchema>;

/**
 * Parses the plugin's configuration of releases.
 * @throws Error that names the setting; it stops the start
 */
export function parseReleasesConfig(config: unknown): ReleasesConfig {
  const { releases = {} } = config as { releases?: unknown };
  const parsed = releasesSchema.safeParse(releases);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `- releases.${path.join('.')}: ${message}`);
  throw new Error(`the settings of releases need correcting:\n${problems.join('\n')}`);
}
