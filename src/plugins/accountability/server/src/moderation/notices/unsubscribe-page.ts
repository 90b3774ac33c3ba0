import { say } from './words';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/**
 * The page behind the link of a mail: it asks, says that it is done, or that the link is none. Asking first, since
 * programs that look for bad links in mails open them all. Pure.
 */
export function unsubscribePage(language: string, shown: 'ask' | 'done' | 'unknown'): string {
  const title = escape(say(language, 'page.title'));
  const form =
    shown === 'ask'
      ? `<form method="post"><button>${escape(say(language, 'page.button'))}</button></form>\n`
      : '';
  return `<!doctype html>
<html lang="${escape(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>body { font: 1.125rem/1.5 sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem } button { font: inherit; padding: 0.5rem 1rem }</style>
<main>
<h1>${title}</h1>
<p>${escape(say(language, `page.${shown}`))}</p>
${form}</main>
</html>
`;
}
