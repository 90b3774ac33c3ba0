import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from './processes';

/** Sections of the application's words that public pages show. */
const SHOWN = ['site', 'datasets', 'columns', 'vocabularies', 'themes', 'summary', 'report-reasons'];
/** Shorter ones are parts of other words and of names. */
const SHORTEST = 5;

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

const wordsOf = (language: string): Sections =>
  JSON.parse(readFileSync(path.join(ROOT, `src/words/${language}.json`), 'utf8')) as Sections;

/** What a reader sees of a page, hears of it or finds as its title; names of columns and formats are no words. */
const readText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('code, script, textarea, .ltr')) part.remove();
    for (const template of copy.querySelectorAll('template')) template.replaceWith(template.content);
    const spoken = [...copy.querySelectorAll('[aria-label], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    const lines: string[] = [];
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) lines.push((walker.currentNode.textContent ?? '').replace(/\s+/g, ' ').trim());
    return [document.title, ...lines, ...spoken].filter(Boolean).join('\n');
  });

/** Texts of the English word files that a page in another language shows although there are words in it. */
export async function englishOn(page: Page, language: string): Promise<string[]> {
  const [english, own] = [wordsOf('en'), wordsOf(language)];
  const text = await readText(page);
  const ownTexts = SHOWN.flatMap((section) => Object.values(own[section] ?? {})).join('\n');
  return SHOWN.flatMap((section) =>
    Object.entries(english[section] ?? {}).flatMap(([key, word]) => {
      const isTranslated = own[section]?.[key] !== undefined && own[section]?.[key] !== word;
      if (!isTranslated || word.length < SHORTEST || word.includes('{') || ownTexts.includes(word)) return [];
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<![\\p{L}\\d-])${escaped}(?![\\p{L}\\d-])`, 'u').test(text)
        ? [`${section}.${key}: ${word}`]
        : [];
    }),
  );
}

/** Georgian letters anywhere in the markup of a page. */
export const georgianOn = async (page: Page): Promise<string[]> =>
  (await page.content()).match(/[^<>]{0,40}[\u10a0-\u10ff\u1c90-\u1cbf][^<>]{0,40}/g) ?? [];
