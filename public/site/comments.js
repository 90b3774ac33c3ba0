// @ts-check
import { proofOfWork } from './proof-of-work.js';

/** @typedef {{ path: string[], message: string }} FieldError */

const CHALLENGE = '/api/comments/challenge';
const FIELDS = ['authorName', 'authorEmail', 'body'];

/** @param {HTMLFormElement} form */
function start(form) {
  const draftKey = `comment ${form.dataset.comments}`;
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const label = button.textContent;
  /** The proof is made while the text is written. A challenge holds for one comment. @type {Promise<string> | undefined} */
  let proof;

  const askForProof = () => {
    proof ??= fetch(CHALLENGE)
      .then((answer) => answer.json())
      .then(proofOfWork);
    // A failure is told when the comment is sent.
    proof.catch(() => (proof = undefined));
    return proof;
  };

  restoreDraft(form, draftKey);
  form.hidden = false;
  form.parentElement?.querySelector('.without-script')?.remove();
  form.addEventListener('focusin', () => void askForProof(), { once: true });
  form.addEventListener('input', () => saveDraft(form, draftKey));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = form.dataset.sending ?? label;
    try {
      const answer = await send(form, await askForProof());
      // A proof that was looked at is used up, or was wrong.
      proof = undefined;
      if (answer.ok) {
        sessionStorage.removeItem(draftKey);
        thank(form);
      } else showErrors(form, await errorsOf(answer));
    } catch {
      showErrors(form, [{ path: [], message: form.dataset.unreachable ?? '' }]);
    } finally {
      button.disabled = false;
      button.textContent = label;
    }
  });
}

/** @param {HTMLFormElement} form @param {string} name */
const control = (form, name) =>
  /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));

/** @param {HTMLFormElement} form @param {string} altcha */
function send(form, altcha) {
  const data = Object.fromEntries([...FIELDS, 'website'].map((name) => [name, control(form, name).value]));
  return fetch(/** @type {string} */ (form.dataset.comments), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data: { ...data, locale: document.documentElement.lang, altcha } }),
  });
}

/** @param {Response} answer @returns {Promise<FieldError[]>} */
async function errorsOf(answer) {
  const { error } = await answer.json();
  return error.details?.errors?.length ? error.details.errors : [{ path: [], message: error.message }];
}

/** Errors stand at their fields and, as links to them, in a summary. @param {HTMLFormElement} form @param {FieldError[]} errors */
function showErrors(form, errors) {
  for (const name of FIELDS) {
    const message = errors.find(({ path }) => path[0] === name)?.message;
    const place = /** @type {HTMLElement} */ (document.getElementById(`comment-${name}-error`));
    place.hidden = message === undefined;
    place.textContent = message ?? '';
    control(form, name).toggleAttribute('aria-invalid', message !== undefined);
    if (message !== undefined) control(form, name).setAttribute('aria-invalid', 'true');
  }
  const summary = /** @type {HTMLElement} */ (form.querySelector('.error-summary'));
  const list = /** @type {HTMLElement} */ (summary.querySelector('ul'));
  list.replaceChildren(...errors.map((error) => summaryItem(error)));
  summary.hidden = false;
  summary.focus();
}

/** @param {FieldError} error */
function summaryItem({ path: [name], message }) {
  const item = document.createElement('li');
  const place = name && FIELDS.includes(name) ? document.createElement('a') : document.createElement('span');
  if (place instanceof HTMLAnchorElement) place.href = `#comment-${name}`;
  place.textContent = message;
  item.append(place);
  return item;
}

/** @param {HTMLFormElement} form */
function thank(form) {
  const thanks = /** @type {HTMLElement} */ (form.parentElement?.querySelector('.thanks'));
  form.hidden = true;
  thanks.textContent = thanks.dataset.thanks ?? '';
  thanks.focus();
}

/** What was written outlives a reload of the page, in this tab only. @param {HTMLFormElement} form @param {string} key */
function saveDraft(form, key) {
  const draft = Object.fromEntries(FIELDS.map((name) => [name, control(form, name).value]));
  sessionStorage.setItem(key, JSON.stringify(draft));
}

/** @param {HTMLFormElement} form @param {string} key */
function restoreDraft(form, key) {
  const draft = JSON.parse(sessionStorage.getItem(key) ?? '{}');
  for (const name of FIELDS) if (typeof draft[name] === 'string') control(form, name).value = draft[name];
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-comments]'));
if (form) start(form);
