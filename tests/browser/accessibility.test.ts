import { closeResources } from '../support/resources';
import { visitor } from '../support/visitor';
import {
  faultsOf,
  KUTAISI,
  openPublicPages,
  publicPages,
  VIEWS,
  type PublicPages,
} from '../support/public-pages';

/** Each kind of page once; every view in every language is tested in `heavy-browser`. */
describe('the public pages, for everybody', () => {
  let site: PublicPages;
  beforeAll(async () => {
    site = await openPublicPages();
  }, 120_000);
  afterAll(closeResources);

  it('have no fault on a phone of 320 pixels', async () => {
    const reader = await visitor(site.tracker, site.browser, VIEWS['a phone of 320 pixels']);
    const addresses = { ...publicPages('ka'), unsubscribe: site.unsubscribe.ka! };
    for (const [name, address] of Object.entries(addresses)) {
      await reader.goTo(address);
      expect({ name, faults: await faultsOf(reader) }).toEqual({ name, faults: [] });
    }
    expect(reader.problems).toEqual([]);
    await reader.leave();
  }, 60_000);

  it('would be caught with a fault: each of these is found', async () => {
    const reader = await visitor(site.tracker, site.browser, VIEWS['400 % zoom']);
    await reader.goTo('/commitments?locale=en');
    expect(await faultsOf(reader)).toEqual([]);
    await reader.page.evaluate(() => {
      const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
      document.documentElement.removeAttribute('lang');
      find('label[for=filter-q]').remove();
      find('.lead').style.color = '#8a8a8a';
      find('.lead').style.background = '#999999';
      const near = find('.site-footer ul').querySelectorAll<HTMLElement>('li');
      for (const item of near) Object.assign(item.style, { fontSize: '8px', lineHeight: '8px' });
      find('.site-footer').insertAdjacentHTML('beforeend', '<h6>Too deep</h6><div tabindex="5"></div>');
      const wide = document.createElement('p');
      wide.textContent = 'wide';
      wide.style.width = '900px';
      const scroller = document.createElement('div');
      Object.assign(scroller.style, { overflowX: 'auto', width: '100px' });
      scroller.append(wide);
      find('main').append(scroller);
      find('main').style.minWidth = '400px';
    });
    const faults = (await faultsOf(reader)).join('\n');
    for (const fault of [
      'too wide by',
      'cannot be reached',
      'light, html-has-lang',
      'light, label',
      'light, color-contrast',
      'dark, color-contrast',
      'light, target-size',
      'light, heading-order',
      'light, tabindex',
    ]) {
      expect([fault, faults.includes(fault)]).toEqual([fault, true]);
    }
    await reader.leave();
  }, 60_000);

  it('move only where the reader has nothing against it', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const reader = await visitor(site.tracker, site.browser, { reducedMotion });
      for (const path of [KUTAISI, '/', '/commitments']) {
        await reader.goTo(path);
        await reader.page.keyboard.press('Tab');
        const moving = await reader.page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((element) => {
              const style = getComputedStyle(element);
              const durations = `${style.transitionDuration},${style.animationDuration}`.split(',');
              return style.scrollBehavior === 'smooth' || durations.some((time) => parseFloat(time) > 0);
            })
            .map(({ tagName }) => tagName),
        );
        expect([path, reducedMotion, moving]).toEqual([
          path,
          reducedMotion,
          reducedMotion === 'reduce' ? [] : ['HTML'],
        ]);
      }
      await reader.leave();
    }
  }, 60_000);

  it('show a status by its word and its shape, wherever a colour shows it', async () => {
    const reader = await visitor(site.tracker, site.browser);
    for (const url of Object.values(publicPages('en'))) {
      await reader.goTo(url);
      const unlabelled = await reader.page.evaluate(() =>
        // Pieces of bars are described by the legend below them.
        [...document.querySelectorAll('[class*=status-]:not(rect), .overdue')]
          .filter((element) => !element.textContent?.trim() || !element.querySelector('svg.shape'))
          .map((element) => element.outerHTML),
      );
      const bars = await reader.page.evaluate(() =>
        [...document.querySelectorAll('svg.bar:has(rect[class*=status-])')]
          .filter((bar) => {
            const legend = bar.closest('figure, article, section, main')?.querySelector('.legend');
            return bar.getAttribute('aria-hidden') !== 'true' || !legend;
          })
          .map((element) => element.outerHTML),
      );
      expect([url, unlabelled, bars]).toEqual([url, [], []]);
    }
    await reader.leave();
  }, 60_000);
});
