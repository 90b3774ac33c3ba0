import type { Core } from '@strapi/strapi';
import { siteUrl } from '../moderation/notices/site-urls';
import { followConfig } from './config';

/** Address of the page in a language that the link of a mail leads to. */
export function tokenAddress(
  strapi: Core.Strapi,
  page: 'confirm' | 'leave',
  language: string,
  token: string,
): string {
  const path = followConfig(strapi).pages[page][language] ?? '';
  return `${siteUrl(strapi)}${path.replace('{token}', token)}`;
}

/** The language to write to somebody in: theirs, where the site still has it. */
export const knownLanguage = (languages: readonly string[], language: string): string =>
  languages.find((code) => code === language) ?? languages[0] ?? language;
