// Codes only: the package's own entry reads the names of all countries in eighty languages.
import { alpha2ToAlpha3, isValid, toAlpha2 } from 'i18n-iso-countries/index';
import { isTimeZone } from 'strapi-plugin-accountability/server';
import type { Environment } from './environment';

const DEFAULT_COUNTRY = 'GE';
/** Placeholder for a missing setting, until `checkSettings` has reported it. */
export const DEFAULT_TIME_ZONE = 'UTC';
/** Countries of the EU's authority tables, by ISO 3166-1 alpha-3 code. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority/country/';

interface WeekInfo {
  readonly firstDay: number;
  readonly weekend: readonly number[];
}

/** Data of `Intl.Locale` about a country: properties in Node 20, methods in later versions. */
interface CountryLocale {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[];
  readonly weekInfo?: WeekInfo;
  getWeekInfo?(): WeekInfo;
}

/** The country a site is for. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Its URI in the EU's list of countries, used by catalogues of open data. */
  readonly authority: string;
  /** IANA names; one in most countries. */
  readonly timeZones: readonly string[];
  /** 1 is Monday, 7 is Sunday. */
  readonly firstDayOfWeek: number;
  /** The first working day of the week, on which weekly mails are sent. */
  readonly firstWorkingDay: number;
}

/** A country by its alpha-2 or alpha-3 code, case-insensitive; null for an unknown one. Pure. */
export function countryOf(text: string): Country | null {
  const given = text.trim().toUpperCase();
  if (!isValid(given)) return null;
  const code = given.length === 3 ? toAlpha2(given)! : given;
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & CountryLocale;
  const { firstDay, weekend } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1, weekend: [6, 7] };
  const week = [0, 1, 2, 3, 4, 5, 6].map((after) => ((firstDay - 1 + after) % 7) + 1);
  return {
    code,
    authority: AUTHORITY + alpha2ToAlpha3(code)!,
    timeZones: locale.getTimeZones?.() ?? locale.timeZones ?? [],
    firstDayOfWeek: firstDay,
    firstWorkingDay: week.find((day) => !weekend.includes(day)) ?? firstDay,
  };
}

/** The country of the setting `COUNTRY`; the default one for an invalid setting, which `checkSettings` rejects. */
export const countrySetting = (env: Environment): Country =>
  countryOf(env.COUNTRY || DEFAULT_COUNTRY) ?? countryOf(DEFAULT_COUNTRY)!;

/**
 * Open Graph locale of a language with the country: `ka_GE`. A language with a region, such as `pt-BR`, keeps it;
 * English that is not the country's own language is British, as the site's dates are.
 */
export function openGraphLocale(language: string, country: Country): string {
  const { language: base, region } = new Intl.Locale(language);
  if (region) return `${base}_${region}`;
  const own = new Intl.Locale(`und-${country.code}`).maximize().language;
  if (base === own) return `${base}_${country.code}`;
  return `${base}_${base === 'en' ? 'GB' : new Intl.Locale(base).maximize().region}`;
}

/**
 * The time zone in which the site's days begin: `TIME_ZONE`, else the country's if it has only one. Null for
 * neither, or for an unknown name.
 */
export function timeZoneSetting(env: Environment): string | null {
  if (env.TIME_ZONE) return isTimeZone(env.TIME_ZONE) ? env.TIME_ZONE : null;
  const { timeZones } = countrySetting(env);
  return timeZones.length === 1 ? timeZones[0]! : null;
}

/** Problems of the country's settings, by setting; null without any. Pure. */
export function countryProblem(env: Environment): { readonly name: string; readonly problem: string } | null {
  if (env.COUNTRY && !countryOf(env.COUNTRY)) {
    return { name: 'COUNTRY', problem: `must be an ISO 3166-1 code such as GE or GEO, not "${env.COUNTRY}"` };
  }
  if (timeZoneSetting(env) !== null) return null;
  return {
    name: 'TIME_ZONE',
    problem: env.TIME_ZONE
      ? `must be a time zone such as Asia/Tbilisi, not "${env.TIME_ZONE}"`
      : `not set; ${countrySetting(env).code} has several time zones, name the one the site's days begin in`,
  };
}
