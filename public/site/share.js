// @ts-check

/** How long a button says that it has copied. */
const TOLD_MS = 3_000;

const statusPlace = /** @type {HTMLElement | null} */ (document.getElementById('share-status'));

/** @template {keyof HTMLElementTagNameMap} Name @param {Name} element @param {string} selector */
const all = (element, selector) =>
  /** @type {NodeListOf<HTMLElementTagNameMap[Name]>} */ (document.querySelectorAll(`${element}${selector}`));

/** The text of a field, or the address of a link. @param {string} id */
function textOf(id) {
  const place = document.getElementById(id);
  if (place instanceof HTMLTextAreaElement) return place.value;
  return place instanceof HTMLAnchorElement ? place.href : '';
}

/** Marks a text for a reader whose browser lets no page copy. @param {string} id */
function markText(id) {
  const place = /** @type {HTMLElement} */ (document.getElementById(id));
  if (place instanceof HTMLTextAreaElement) {
    place.focus();
    place.select();
  } else getSelection()?.selectAllChildren(place);
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const { copy: id = '', copied = '' } = button.dataset;
  try {
    await navigator.clipboard.writeText(textOf(id));
  } catch {
    return markText(id);
  }
  const label = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = label;
  button.textContent = copied;
  if (statusPlace) statusPlace.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
    if (statusPlace) statusPlace.textContent = '';
  }, TOLD_MS);
}

for (const button of all('button', '[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}

for (const button of all('button', '[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

for (const button of all('button', '[data-share-address]')) {
  button.hidden = typeof navigator.share !== 'function';
  button.addEventListener('click', () => {
    const { shareTitle: title = '', shareAddress: url = '' } = button.dataset;
    // Whoever closes the list without a choice has not failed.
    navigator.share({ title, url }).catch(() => undefined);
  });
}
