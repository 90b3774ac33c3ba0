import { escapeHtml } from '../../markup/escape';
import { createHash } from 'node:crypto';
import type { SiteLanguage } from '../../languages/site-languages';
import { say } from './words';

const STYLE =
  ':root { color-scheme: light dark } ' +
  'body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: anywhere } ' +
  'h1 { font-size: 1.5rem; line-height: 1.3 } ' +
  'button { font: inherit; padding: 0.5rem 1rem }';

/** Content-Security-Policy of the page: its style, and its form. */
export const UNSUBSCRIBE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  // The icon that browsers request automatically.
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The page of the unsubscribe link: a form, a confirmation, or that the link is invalid. A form first, since link
 * scanners of mail programs open every link. Pure.
 */
export function unsubscribePage(
  { code: language, direction }: Pick<SiteLanguage, 'code' | 'direction'>,
  shown: 'ask' | 'done' | 'unknown',
): string {
  const title = escapeHtml(say(language, 'page.title'));
  const form =
    shown === 'ask'
      ? `<form method="post"><button>${escapeHtml(say(language, 'page.button'))}</button></form>\n`
      : '';
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p>${escapeHtml(say(language, `page.${shown}`))}</p>
${form}</main>
</html>
`;
}
