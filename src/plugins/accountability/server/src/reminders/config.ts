import { z } from 'zod';

const address = z.email();

const remindersSchema = z.strictObject({
  /** Schedule of the digests, as a cron rule in the site's time zone; empty for never. */
  cron: z.string().default(''),
  /** Number of days in advance of a due date. */
  daysAhead: z.number().int().min(0).max(365).default(14),
  /** Recipients of a digest of everything. */
  recipients: z.array(address).default([]),
  /** False without a mail server: then a digest is only logged. */
  mail: z.boolean().default(false),
  /** The attribute of related organisations with the recipient's address, by content type and relation. */
  responsible: z
    .array(z.strictObject({ contentType: z.string(), relation: z.string(), email: z.string() }))
    .default([]),
});

export type RemindersConfig = z.infer<typeof remindersSchema>;

/**
 * Parses the plugin's configuration of reminders.
 * @throws Error that names the setting; it stops the start
 */
export function parseRemindersConfig(config: unknown): RemindersConfig {
  const { reminders = {} } = config as { reminders?: unknown };
  const parsed = remindersSchema.safeParse(reminders);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `- reminders.${path.join('.')}: ${message}`,
  );
  throw new Error(`the settings of reminders need correcting:\n${problems.join('\n')}`);
}
