import { z } from 'zod';
import { PUBLIC_QUERY_LIMITS, TOKEN_QUERY_LIMITS, type LimitName, type QueryLimits } from './limits';

/** The environment variables that change limits, with their defaults. */
export const LIMIT_SETTINGS = {
  PUBLIC_QUERY_LIMITS,
  TOKEN_QUERY_LIMITS,
} as const satisfies Record<string, QueryLimits>;

export type LimitSettingName = keyof typeof LIMIT_SETTINGS;

const MAX_SETTING = 1_000_000;
const LIMIT = z.int().min(0).max(MAX_SETTING);
const names = Object.keys(PUBLIC_QUERY_LIMITS) as LimitName[];
const limitsSchema = z.strictObject(
  Object.fromEntries(names.map((name) => [name, LIMIT])) as Record<LimitName, typeof LIMIT>,
);
const settingSchema = z.strictObject({ public: limitsSchema, token: limitsSchema });

/** The limits of a setting, or what is invalid in its text. */
type Read = { readonly limits: Partial<QueryLimits> } | { readonly problem: string };

function read(text: string | undefined): Read {
  const limits: Partial<QueryLimits> = {};
  for (const part of (text ?? '').split(',').map((one) => one.trim())) {
    if (!part) continue;
    const [name, value] = part.split('=', 2).map((one) => one.trim());
    if (!names.includes(name as LimitName)) {
      return { problem: `there is no limit "${name}"; there are ${names.join(', ')}` };
    }
    if (!/^\d{1,7}$/.test(value ?? '') || Number(value) > MAX_SETTING) {
      return {
        problem: `write each limit as name=number, with a number up to ${MAX_SETTING}, not "${part}"`,
      };
    }
    limits[name as LimitName] = Number(value);
  }
  return { limits };
}

/** What is invalid in a setting such as `length=4000,sortKeys=5`; null where it is valid. */
export function limitsProblem(text: string | undefined): string | null {
  const found = read(text);
  return 'problem' in found ? found.problem : null;
}

/**
 * The limits with the changes of a setting. An invalid setting is ignored here: Strapi would fail with a stack
 * trace while it reads its configuration, before `checkSettings` can name the setting.
 */
export function limitsOrStandard(
  env: (name: string) => string | undefined,
  name: LimitSettingName,
): QueryLimits {
  const found = read(env(name));
  return { ...LIMIT_SETTINGS[name], ...('limits' in found && found.limits) };
}

/** Maximum values of a list in a query, for everybody. */
export const longestList = (env: (name: string) => string | undefined): number =>
  Math.max(
    ...Object.keys(LIMIT_SETTINGS).map((name) => limitsOrStandard(env, name as LimitSettingName).listSize),
  );

/** What is invalid in the configured `tracker.queryLimits`; null where it is valid. */
export function configuredLimitsProblem(value: unknown): string | null {
  const [issue] = settingSchema.safeParse(value).error?.issues ?? [];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : null;
}
