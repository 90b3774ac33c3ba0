import { z } from 'zod';

const address = z.email();

const remindersSchema = z.strictObject({
  /** When the digests go out, as a cron rule in the site's time; empty for never. */
  cron: z.string().default(''),
  /** How many days ahead something counts as falling due. */
  daysAhead: z.number().int().min(0).max(365).default(14),
  /** Who gets a digest of everything. */
  recipients: z.array(address).default([]),
  /** False where no mail server is set: then a digest is logged instead. */
  mail: z.boolean().default(false),
  /** The attribute of related organisations that holds whom to remind, by content type and relation. */
  responsible: z
    .array(z.strictObject({ contentType: z.string(), relation: z.string(), email: z.string() }))
    .default([]),
});

export type RemindersConfig = z.infer<typeof remindersSchema>;

/**
 * Reads the plugin's configuration of reminders.
 * @throws Error that names the setting; it stops the start
 */
export function parseRemindersConfig(config: unknown): RemindersConfig {
  const { reminders = {} } = config as { reminders?: unknown };
  const parsed = remindersSchema.safeParse(reminders);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `- reminders.${path.join('.')}: ${message}`,
  );
  throw new Error(`the settings of reminders need mending:\n${problems.join('\n')}`);
}
