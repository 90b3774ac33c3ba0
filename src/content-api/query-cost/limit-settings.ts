import { z } from 'zod';
import { PUBLIC_QUERY_LIMITS, TOKEN_QUERY_LIMITS, type LimitName, type QueryLimits } from './limits';

/** The settings of the environment that change limits, with what holds where they say nothing. */
export const LIMIT_SETTINGS = {
  PUBLIC_QUERY_LIMITS,
  TOKEN_QUERY_LIMITS,
} as const satisfies Record<string, QueryLimits>;

export type LimitSettingName = keyof typeof LIMIT_SETTINGS;

const MOST = 1_000_000;
const LIMIT = z.int().min(0).max(MOST);
const names = Object.keys(PUBLIC_QUERY_LIMITS) as LimitName[];
const limitsSchema = z.strictObject(
  Object.fromEntries(names.map((name) => [name, LIMIT])) as Record<LimitName, typeof LIMIT>,
);
const settingSchema = z.strictObject({ public: limitsSchema, token: limitsSchema });

/** The limits a setting names, or what is wrong with its text. */
type Read = { readonly limits: Partial<QueryLimits> } | { readonly problem: string };

function read(text: string | undefined): Read {
  const limits: Partial<QueryLimits> = {};
  for (const part of (text ?? '').split(',').map((one) => one.trim())) {
    if (!part) continue;
    const [name, value] = part.split('=', 2).map((one) => one.trim());
    if (!names.includes(name as LimitName)) {
      return { problem: `there is no limit "${name}"; there are ${names.join(', ')}` };
    }
    if (!/^\d{1,7}$/.test(value ?? '') || Number(value) > MOST) {
      return { problem: `write each limit as name=number, with a number up to ${MOST}, not "${part}"` };
    }
    limits[name as LimitName] = Number(value);
  }
  return { limits };
}

/** What is wrong with the text of a setting, such as `length=4000,sortKeys=5`; null where it can be used. */
export function limitsProblem(text: string | undefined): string | null {
  const found = read(text);
  return 'problem' in found ? found.problem : null;
}

/**
 * The limits with those that a setting changes. A text that cannot be used changes nothing: Strapi would fail on it
 * with a stack while it reads its configuration, before `checkSettings` can say which setting is wrong.
 */
export function limitsOrStandard(
  env: (name: string) => string | undefined,
  name: LimitSettingName,
): QueryLimits {
  const found = read(env(name));
  return { ...LIMIT_SETTINGS[name], ...('limits' in found && found.limits) };
}

/** The most values a list of a query may have, whoever asks. */
export const longestList = (env: (name: string) => string | undefined): number =>
  Math.max(
    ...Object.keys(LIMIT_SETTINGS).map((name) => limitsOrStandard(env, name as LimitSettingName).listSize),
  );

/** What is wrong with `tracker.queryLimits` as it is configured; null where it can be used. */
export function configuredLimitsProblem(value: unknown): string | null {
  const [issue] = settingSchema.safeParse(value).error?.issues ?? [];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : null;
}
