#!/usr/bin/env bash
# In the query string of a Strapi address a list of 100 values is a list, one of 101 an object with the keys "0" to "100",
# whichever way it is written: $in, fields, sort and populate then see no list. Strapi sets the limit, qs since 6.14.1
# keeps to it for a[]= too.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @strapi/core@5.54.0
cat >run.cjs <<'SCRIPT'
const path = require('node:path');

// The package exports its root only.
const root = path.dirname(require.resolve('@strapi/core'));
const { query } = require(path.join(root, 'middlewares/query.js'));

/** The query of a request as Strapi gives it to controllers, with Strapi's own settings. */
function parsed(querystring) {
  const request = { querystring };
  query({}, { strapi: { server: { app: { request } } } });
  return request.query;
}

console.log(`@strapi/core ${require(path.join(root, '../package.json')).version}, qs ${require('qs/package.json').version}`);
const seen = [];
for (const length of [100, 101]) {
  const values = Array.from({ length }, (_, index) => index);
  const brackets = parsed(values.map((value) => `filters[id][$in][]=${value}`).join('&'));
  const numbered = parsed(values.map((value) => `filters[id][$in][${value}]=${value}`).join('&'));
  for (const [form, { filters }] of Object.entries({ brackets, numbered })) {
    seen.push(Array.isArray(filters.id.$in));
    console.log(`${length} values, ${form}: ${seen.at(-1) ? 'a list' : 'an object'}`);
  }
}
process.exit(seen.join() === 'true,true,false,false' ? 0 : 1);
SCRIPT
node run.cjs
