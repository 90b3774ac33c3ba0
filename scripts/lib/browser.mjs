import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Pages of one local server only: a browser that checks for updates would only slow that down. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Playwright would end the whole process at a signal, whatever else has to be closed. */
const LEFT_TO_CALLER = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Means the Chromium that npm installed, also where another one is installed. */
const PACKAGED = 'packaged';

/**
 * How to start a headless Chromium: CHROMIUM_PATH, a file or `packaged`, else the one installed here, else the one npm
 * brought.
 */
export async function browserOptions() {
  const wanted = process.env.CHROMIUM_PATH;
  const installed = wanted === PACKAGED ? undefined : wanted || findInstalled();
  if (installed) return { executablePath: installed, args: ARGUMENTS };
  const { executablePath, args } = await unpackChromium();
  return { executablePath, args: [...args, ...ARGUMENTS] };
}

/** Starts it, for a script that closes it at a signal. @throws Error of one line */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ ...(await browserOptions()), ...LEFT_TO_CALLER });
  } catch (error) {
    const [reason] = error.message.split('\n');
    throw new Error(`Chromium could not be started (${reason}); name one with CHROMIUM_PATH.`, {
      cause: error,
    });
  }
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => INSTALLED.map((name) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the Chromium of the npm package into the temporary folder, once per machine. */
async function unpackChromium() {
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    // In a single process, pages of different users share what the site keeps in the browser: their logins too.
    args: packaged.args.filter((argument) => argument !== '--single-process'),
  };
}
