// @ts-check

/** How often it is looked whether the site is back. */
const WAIT_MS = 10_000;

async function lookAgain() {
  // One look at a time: a site that answers slowly must not get more and more of them.
  const request = new AbortController();
  const late = setTimeout(() => request.abort(), WAIT_MS);
  const { signal } = request;
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store', signal }).catch(() => null);
  clearTimeout(late);
  if (answer && answer.status < 500) location.reload();
  else setTimeout(() => void lookAgain(), WAIT_MS);
}

setTimeout(() => void lookAgain(), WAIT_MS);
