#!/usr/bin/env bash
# slugify writes Georgian in Latin letters, but drops Georgian capitals (Mtavruli, Unicode 11) altogether. Nobody types
# them, yet JavaScript makes them: toUpperCase() of a title. The slug of such a title is empty, and all are the same.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error slugify@1.6.9
cat >run.cjs <<'SCRIPT'
const slugify = require('slugify');

const title = 'თბილისი';
const capitals = title.toUpperCase();
const slugs = [title, capitals, capitals.toLowerCase()].map((text) => slugify(text));
console.log(`slugify ${require('slugify/package.json').version}: ${JSON.stringify(slugs)}`);
console.log(`capitals are other letters: ${capitals !== title}`);
process.exit(capitals !== title && slugs.join() === 'tbilisi,,tbilisi' ? 0 : 1);
SCRIPT
node run.cjs
