// @ts-check
import { startForm, thank } from './post-form.js';

const language = document.documentElement.lang;
const section = /** @type {HTMLElement | null} */ (document.querySelector('section[data-address]'));
const address = section?.dataset.address ?? '';
const query = `?locale=${language}`;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-comments]'));
if (form) startCommentForm(form);

const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll('button[data-dialog]')
);
for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => openDialog(button));
}

/** @param {HTMLFormElement} form */
function startCommentForm(form) {
  const place = /** @type {HTMLElement} */ (form.closest('section'));

  form.hidden = false;
  place.querySelector('.without-script')?.remove();
  startForm(form, {
    address: `${address}${query}`,
    fixed: { locale: language },
    draftKey: `comment ${address}`,
    sent() {
      form.reset();
      location.assign(form.dataset.sent ?? '');
    },
  });
  // Who comes back to the page as the browser kept it may write another comment.
  addEventListener('pageshow', () => (form.hidden = false));
}

/**
 * Opens the form for an answer or a report. The browser keeps the focus in it, closes it by the key Escape, and gives
 * the focus back to the button.
 * @param {HTMLButtonElement} button
 */
function openDialog(button) {
  const { dialog: kind = '', comment = '' } = button.dataset;
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(`${kind}-template`));
  const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const dialog = /** @type {HTMLDialogElement} */ (content.querySelector('dialog'));
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector));

  part('h2').textContent = button.getAttribute('aria-label');
  part('.quoted').textContent = document.querySelector(`#comment-${comment} .body`)?.textContent ?? '';
  for (const close of dialog.querySelectorAll('[data-close]')) {
    close.addEventListener('click', () => dialog.close());
  }
  dialog.addEventListener('close', () => dialog.remove());
  startForm(/** @type {HTMLFormElement} */ (part('form')), {
    address: kind === 'reply' ? `${address}${query}` : `${address}/${comment}/reports${query}`,
    fixed: kind === 'reply' ? { locale: language, parent: comment } : {},
    draftKey: `${kind} ${comment}`,
    sent() {
      part('[data-after]').hidden = false;
      thank(part('.thanks'));
    },
  });
  document.body.append(dialog);
  dialog.showModal();
}
