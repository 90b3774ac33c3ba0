// @ts-check

/** How often it is looked whether the site is back. */
const WAIT_MS = 10_000;

async function lookAgain() {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer && answer.status < 500) location.reload();
}

setInterval(() => void lookAgain(), WAIT_MS);
