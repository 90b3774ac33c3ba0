// @ts-check

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 150;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-live]'));
if (form) filterWhileTyping(form);

/** Closed, and open for paper only: not every browser opens them by its styles. @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details')].filter(({ open }) => !open);
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

/**
 * A list that follows its search field: one request a pause, and the address of what is shown. Without this script the
 * form is sent by its button.
 * @param {HTMLFormElement} form
 */
function filterWhileTyping(form) {
  const results = /** @type {HTMLElement} */ (document.getElementById(form.dataset.live ?? ''));
  /** @type {AbortController | undefined} */
  let running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  const show = async () => {
    running?.abort();
    running = new AbortController();
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok) return form.submit();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const shown = page.getElementById(results.id);
      if (!shown) return form.submit();
      results.replaceChildren(...shown.childNodes);
      keepPlaceOfLanguages(page);
      history.replaceState(null, '', address);
    } catch (error) {
      // A later letter was typed meanwhile.
      if (!(error instanceof DOMException && error.name === 'AbortError')) form.submit();
    }
  };

  form.addEventListener('input', (event) => {
    clearTimeout(pause);
    const isTyping = event.target instanceof HTMLInputElement;
    pause = setTimeout(() => void show(), isTyping ? PAUSE_MS : 0);
  });
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
