// @ts-check

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 150;
/** A list that takes longer says that it is coming. */
const SLOW_MS = 400;
/** A list that takes longer is given up: the server itself says before that its data do not answer. */
const TIMEOUT_MS = 12_000;
/** How long after a failure the list is asked for again. */
const RETRY_MS = 5_000;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-live]'));
if (form) filterWhileTyping(form);

// A browser cuts a long choice where its list ends, which is the beginning of a text of the other direction.
addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) target.dir = target.selectedOptions[0]?.dir ?? '';
});

/** Closed, and open for paper only: not every browser opens them by its styles. @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details')].filter(({ open }) => !open);
  for (const details of opened) details.open = true;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(
    new Date(),
  );
  // The server wrote the day of the page.
  for (const place of document.querySelectorAll('[data-today]')) place.textContent = day;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

/** What an address leads to is not left folded. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  // A milestone has its fold in it, a section after its heading; what is in a fold the browser opens itself.
  const details =
    target?.querySelector(':scope > details') ?? target?.parentElement?.querySelector(':scope > .fold');
  if (details instanceof HTMLDetailsElement) details.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();

/**
 * A list that follows its search field: one request a pause, and the address of what is shown. Without this script the
 * form is sent by its button.
 * @param {HTMLFormElement} form
 */
function filterWhileTyping(form) {
  const results = /** @type {HTMLElement} */ (document.getElementById(form.dataset.live ?? ''));
  const note = /** @type {HTMLElement} */ (document.querySelector('.live'));
  const clear = /** @type {HTMLElement} */ (form.querySelector('.clear'));
  /** @type {AbortController | undefined} */
  let running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next;

  /** @param {string | null | undefined} text @param {boolean} [isSeen] else for screen readers: eyes have the list */
  const say = (text, isSeen = true) => {
    note.classList.toggle('visually-hidden', !isSeen);
    note.textContent = text ?? '';
  };

  const show = async () => {
    running?.abort();
    const request = (running = new AbortController());
    const address = addressOf(form);
    const slow = setTimeout(() => say(note.dataset.loading), SLOW_MS);
    const late = setTimeout(() => request.abort(), TIMEOUT_MS);
    results.ariaBusy = 'true';
    try {
      const page = await pageAt(address, request.signal);
      const shown = page.getElementById(results.id);
      if (!shown) return form.submit();
      results.replaceChildren(...shown.childNodes);
      results.ariaBusy = null;
      say(results.querySelector('h2')?.textContent, false);
      clear.hidden = !isNarrowed(form);
      showCounts(form, page);
      keepPlaceOfLanguages(page);
      history.replaceState(null, '', address);
    } catch {
      // A later letter was typed meanwhile.
      if (running !== request) return;
      say(note.dataset.unreachable);
      next = setTimeout(() => void show(), RETRY_MS);
    } finally {
      clearTimeout(slow);
      clearTimeout(late);
    }
  };

  form.addEventListener('input', (event) => {
    clearTimeout(next);
    const isTyping = event.target instanceof HTMLInputElement;
    next = setTimeout(() => void show(), isTyping ? PAUSE_MS : 0);
  });
}

/**
 * The page as the server has it at an address.
 * @param {string} address @param {AbortSignal} signal
 * @returns {Promise<Document>}
 * @throws where the site cannot be reached, or cannot read its data
 */
async function pageAt(address, signal) {
  const answer = await fetch(address, { signal });
  if (answer.status >= 500) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/**
 * The numbers beside the choices of a form, and the names that are suggested.
 * @param {HTMLFormElement} form @param {Document} page as it was sent for the list
 */
function showCounts(form, page) {
  for (const select of form.querySelectorAll('select')) {
    const sent = page.getElementById(select.id);
    for (const option of select.options) {
      const text = sent?.querySelector(`option[value="${CSS.escape(option.value)}"]`)?.textContent;
      if (text) option.textContent = text;
    }
  }
  for (const names of form.querySelectorAll('datalist')) {
    const sent = page.getElementById(names.id);
    if (sent) names.replaceChildren(...sent.childNodes);
  }
}

/** The same list in the other languages. @param {Document} page as it was sent for the list */
function keepPlaceOfLanguages(page) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('a[hreflang]')
  )) {
    const sent = page.querySelector(`a[hreflang="${link.hreflang}"]`)?.getAttribute('href');
    if (sent) link.href = sent;
  }
}

/** The address a browser would go to, without fields that are empty. @param {HTMLFormElement} form */
function addressOf(form) {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== '') parameters.set(name, String(value));
  const search = parameters.toString();
  return search ? `${form.action}?${search}` : form.action;
}

/** Whether anything but the order and the language was chosen. @param {HTMLFormElement} form */
const isNarrowed = (form) =>
  [...new FormData(form)].some(([name, value]) => value !== '' && name !== 'sort' && name !== 'locale');
