/** Runs in the page: when a letter was typed, and when its results were shown. */
function watchResults() {
  const seen = { typed: 0, shown: 0 };
  window.benchSeen = seen;
  const form = document.querySelector('form[data-live]');
  form.addEventListener('input', () => (seen.typed = performance.now()), { capture: true });
  // The next frame but one: what changed is on the screen then.
  const painted = () =>
    requestAnimationFrame(() => requestAnimationFrame(() => (seen.shown = performance.now())));
  new MutationObserver(painted).observe(document.getElementById(form.dataset.live), { childList: true });
}

/**
 * Types a word into the search of the list, letter by letter, each after the results of the one before; then the
 * whole word at once.
 * @returns times per letter, what of them the server's answer took, and how often the server was asked
 */
export async function typeWord(browser, url, word) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(url);
    await page.evaluate(watchResults);
    let requests = 0;
    page.on('request', () => (requests += 1));
    const field = page.getByRole('searchbox');
    await field.focus();
    const letters = [];
    for (const letter of word) {
      const before = requests;
      await page.evaluate(() => Object.assign(window.benchSeen, { typed: 0, shown: 0 }));
      await page.keyboard.insertText(letter);
      await page.waitForFunction(() => window.benchSeen.shown > 0);
      const { time, answer } = await page.evaluate(() => ({
        time: window.benchSeen.shown - window.benchSeen.typed,
        answer: performance.getEntriesByType('resource').at(-1).duration,
      }));
      letters.push({ time, answer, requests: requests - before });
    }
    await field.fill('');
    await page.waitForTimeout(1_000);
    const before = requests;
    await field.pressSequentially(word, { delay: 60 });
    await page.waitForTimeout(1_000);
    return { letters, requestsOfWord: requests - before };
  } finally {
    await page.close();
  }
}
