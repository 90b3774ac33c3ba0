import path from 'node:path';
import { COMMENTS, PICTURES } from './pictures.mjs';

/**
 * Takes every picture of the running demo.
 * @param target the folder they are put into
 * @throws Error where a page does not come to show what it should
 */
export async function takePictures(browser, { url, accounts }, target) {
  const documentId = await commitmentId(url);
  await sendComments(url, documentId);
  const visitor = {
    locale: 'en-GB',
    timezoneId: 'Asia/Tbilisi',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  };
  const admin = await browser.newContext(visitor);
  await logIn(admin, url, accounts.admin);
  for (const { file, path: pathOf, ready, size, isPhone = false, asAdmin } of PICTURES) {
    const context = asAdmin ? admin : await browser.newContext({ ...visitor, isMobile: isPhone });
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.goto(`${url}${pathOf({ documentId })}`);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(target, file), animations: 'disabled', caret: 'hide' });
    process.stdout.write(`${path.relative(process.cwd(), path.join(target, file))}\n`);
    await (asAdmin ? page : context).close();
  }
  await admin.close();
}

async function asked(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Of the one commitment the demo has. */
async function commitmentId(url) {
  const { data } = await asked(`${url}/api/commitments?fields=slug`);
  if (data.length !== 1) throw new Error(`The demo should have one commitment, not ${data.length}.`);
  return data[0].documentId;
}

async function sendComments(url, documentId) {
  for (const comment of COMMENTS) {
    await asked(`${url}/api/commitments/${documentId}/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: comment }),
    });
  }
}

async function logIn(context, url, { email, password }) {
  const page = await context.newPage();
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL(({ pathname }) => !pathname.includes('/auth/'));
  await page.close();
}
