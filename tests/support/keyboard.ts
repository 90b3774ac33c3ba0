import type { Locator, Page } from 'playwright-core';

/** As many elements as a page may have that take the focus. */
const MOST = 250;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes on with the Tab key until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < MOST; press += 1) {
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
