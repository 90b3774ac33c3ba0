import type { Locator, Page } from 'playwright-core';

/** As many elements as a page may have that take the focus. */
const MAX_TABS = 250;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes on with the Tab key until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < MAX_TABS; press += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}

/** Follows a link or presses a button without a mouse. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** As often as a key is pressed that had no effect. */
const MAX_PRESSES = 5;

/** An option of an open list of the panel that has the focus. */
const focusedOption = (page: Page, name: string): Locator =>
  page.getByRole('option', { name, exact: true }).and(page.locator(':focus'));

/**
 * Opens the list of the panel that has the focus, and goes by keys to one option after the other. Once it is drawn the
 * list focuses the chosen option again, which undoes a key that was pressed before: that key is pressed again.
 */
export async function walkOptions(page: Page, chosen: string, ...steps: [key: string, option: string][]) {
  await page.keyboard.press('Enter');
  await focusedOption(page, chosen).waitFor();
  for (const [key, option] of steps) await pressTo(page, key, focusedOption(page, option));
  await page.keyboard.press('Enter');
}

async function pressTo(page: Page, key: string, target: Locator): Promise<void> {
  for (let press = 1; ; press += 1) {
    await page.keyboard.press(key);
    const isReached = await target.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isReached) return;
    if (press === MAX_PRESSES) throw new Error(`${key} does not reach ${String(target)}`);
  }
}

/** Chooses an option of a list of the browser's own without a mouse, by its place among the others. */
export async function choose(page: Page, list: Locator, value: string): Promise<void> {
  await tabTo(page, list);
  const places = await list.evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement;
    return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
  }, value);
  const key = places > 0 ? 'ArrowDown' : 'ArrowUp';
  for (let press = 0; press < Math.abs(places); press += 1) await page.keyboard.press(key);
}

/**
 * Types a text of any script by its keys. Playwright knows the keys of one keyboard only and puts other letters in
 * without any, which the panel's editor of texts takes no notice of.
 */
export async function typeAsOnKeys(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const letter of text) {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
  }
  await session.detach();
}
