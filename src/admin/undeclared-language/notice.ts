import { sectionsFor } from '../word-files';

const STYLE =
  'position:fixed;inset-block-start:1rem;inset-inline:0;margin:auto;inline-size:min(34rem,92vw);z-index:1000;' +
  'display:flex;gap:1rem;align-items:flex-start;padding:1rem 1.25rem;border:1px solid #d9822f;border-radius:4px;' +
  'background:#fdf4dc;color:#32324d;font:400 0.875rem/1.5 sans-serif;box-shadow:0 2px 15px rgb(33 33 52 / 20%)';
const BUTTON =
  'flex:none;inline-size:2rem;block-size:2rem;border:0;background:none;color:inherit;font-size:1.25rem;cursor:pointer';

/**
 * A notice that an added locale is not a language of the site, until it is closed. Outside of the panel's page: a
 * Strapi notification disappears after seconds, and its settings pages cannot be extended.
 * @param panelLanguage language of the panel, English where it has no messages
 */
export function showUnspokenLanguage(code: string, known: readonly string[], panelLanguage: string): void {
  const sections = sectionsFor('panel-languages', panelLanguage);
  const word = (key: 'notice' | 'close'): string => sections.map((words) => words[key]).find(Boolean) ?? '';
  const notice = document.createElement('div');
  notice.setAttribute('role', 'alert');
  notice.dir = 'auto';
  notice.style.cssText = STYLE;
  const text = document.createElement('span');
  text.textContent = word('notice').replace('{code}', code).replace('{known}', known.join(', '));
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', word('close'));
  close.textContent = '×';
  close.style.cssText = BUTTON;
  close.addEventListener('click', () => notice.remove());
  notice.append(text, close);
  document.body.append(notice);
}
