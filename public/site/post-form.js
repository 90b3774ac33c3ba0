// @ts-check
import { formProof } from './form-proof.js';

/** @typedef {{ path: string[], message: string }} FieldError */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */
/**
 * @typedef {object} Sending
 * @property {string} address where the form goes
 * @property {Record<string, string>} fixed what is sent with what was written
 * @property {string} draftKey what was written is kept under it
 * @property {() => void} sent what happens once it was taken
 */

/** An answer that takes longer is given up; what was written stays. */
const TIMEOUT_MS = 20_000;
/** A field nobody sees: what fills it in is a robot. */
const TRAP = 'website';

/**
 * Sends a form with a proof of work that is made while it is filled in. Errors are shown at the fields and in a summary;
 * what was written outlives errors and reloads.
 * @param {HTMLFormElement} form
 * @param {Sending} sending
 */
export function startForm(form, { address, fixed, draftKey, sent }) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type="submit"]'));
  const label = button.textContent;
  const formKey = `form ${draftKey}`;
  const proof = formProof(fetchInTime, {
    read: () => ifKept(() => sessionStorage.getItem(formKey)) ?? '',
    write: (token) => void ifKept(() => sessionStorage.setItem(formKey, token)),
  });

  restoreDraft(form, draftKey);
  proof.show();
  form.addEventListener('focusin', () => void proof.make().catch(() => undefined), { once: true });
  form.addEventListener('input', () => saveDraft(form, draftKey));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = form.dataset.sending ?? label;
    try {
      const data = { ...valuesOf(form, [TRAP]), ...fixed, altcha: await proof.make() };
      const answer = await fetchInTime(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ data }),
      });
      // Where no answer comes, what was sent may be stored: the server recognises the same proof when it is sent again.
      if (!isWorthAnotherTry(answer)) proof.use();
      if (answer.ok) {
        forgetDraft(draftKey);
        forgetDraft(formKey);
        form.hidden = true;
        sent();
      } else showErrors(form, await errorsOf(answer));
    } catch {
      showErrors(form, [{ path: [], message: form.dataset.unreachable ?? '' }]);
    } finally {
      button.disabled = false;
      button.textContent = label;
    }
  });
}

/** Whether a later sending may be answered in another way. @param {Response} answer */
const isWorthAnotherTry = ({ status }) => status === 429 || status >= 500;

/** An answer, or a failure where none comes. @param {string} address @param {RequestInit} [options] */
function fetchInTime(address, options) {
  const request = new AbortController();
  const late = setTimeout(() => request.abort(), TIMEOUT_MS);
  return fetch(address, { ...options, signal: request.signal }).finally(() => clearTimeout(late));
}

/** Says in its place that a form was taken. @param {HTMLElement} thanks */
export function thank(thanks) {
  thanks.textContent = thanks.dataset.thanks ?? '';
  thanks.focus();
}

/** The fields people see. @param {HTMLFormElement} form @returns {Control[]} */
const fieldsOf = (form) =>
  /** @type {Control[]} */ ([...form.elements]).filter(({ name }) => Boolean(name) && name !== TRAP);

/**
 * What was filled in. What is empty is not sent: then the answer asks for it, rather than for something better.
 * @param {HTMLFormElement} form
 * @param {string[]} more
 * @returns {Record<string, string>}
 */
function valuesOf(form, more = []) {
  const controls = /** @type {Control[]} */ ([...form.elements]);
  const names = [...fieldsOf(form).map(({ name }) => name), ...more];
  return Object.fromEntries(
    controls
      .filter(({ name, value }) => names.includes(name) && value !== '')
      .map(({ name, value }) => [name, value]),
  );
}

/** @param {Response} answer @returns {Promise<FieldError[]>} */
async function errorsOf(answer) {
  const { error } = await answer.json();
  return error.details?.errors?.length ? error.details.errors : [{ path: [], message: error.message }];
}

/** Shows errors at their fields and, as links to them, in a summary. @param {HTMLFormElement} form @param {FieldError[]} errors */
function showErrors(form, errors) {
  const fields = fieldsOf(form);
  for (const field of fields) {
    const message = errors.find(({ path }) => path[0] === field.name)?.message;
    const place = /** @type {HTMLElement} */ (form.querySelector(`#${field.id}-error`));
    place.hidden = message === undefined;
    place.textContent = message ?? '';
    if (message === undefined) field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  }
  const summary = /** @type {HTMLElement} */ (form.querySelector('.error-summary'));
  const list = /** @type {HTMLElement} */ (summary.querySelector('ul'));
  const labelled = form.dataset.labelled ?? '';
  list.replaceChildren(...errors.map((error) => summaryItem(error, fields, labelled)));
  summary.hidden = false;
  summary.focus();
}

/**
 * @param {FieldError} error
 * @param {Control[]} fields
 * @param {string} labelled how the page's language joins a label and a text: `{label}: {value}`
 */
function summaryItem({ path: [name], message }, fields, labelled) {
  const item = document.createElement('li');
  const field = fields.find((one) => one.name === name);
  const place = document.createElement(field ? 'a' : 'span');
  if (field && place instanceof HTMLAnchorElement) {
    place.href = `#${field.id}`;
    // The address of the page stays: in a dialog it would be another place.
    place.addEventListener('click', (event) => {
      event.preventDefault();
      field.focus();
    });
  }
  const label = field?.labels?.[0]?.firstChild?.textContent?.trim();
  place.textContent = label
    ? labelled.replace('{label}', () => label).replace('{value}', () => message)
    : message;
  item.append(place);
  return item;
}

/** Browsers that keep nothing for a site throw where they are asked to. @template T @param {() => T} work */
function ifKept(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** In this tab only. @param {HTMLFormElement} form @param {string} key */
const saveDraft = (form, key) => ifKept(() => sessionStorage.setItem(key, JSON.stringify(valuesOf(form))));

/** @param {string} key */
const forgetDraft = (key) => ifKept(() => sessionStorage.removeItem(key));

/** @param {HTMLFormElement} form @param {string} key */
function restoreDraft(form, key) {
  const draft = ifKept(() => JSON.parse(sessionStorage.getItem(key) ?? '{}'));
  for (const field of fieldsOf(form)) {
    if (typeof draft?.[field.name] === 'string') field.value = draft[field.name];
  }
}
