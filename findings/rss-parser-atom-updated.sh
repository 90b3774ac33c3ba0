#!/usr/bin/env bash
# For an Atom entry rss-parser gives the time of publication only, as pubDate and isoDate alike: "updated", which every entry
# must have, is lost where "published" stands too, and so are the categories. A follower never sees that an entry changed.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error rss-parser@3.13.0
cat >run.cjs <<'SCRIPT'
const Parser = require('rss-parser');

const FEED = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Commitments</title><id>urn:example:feed</id><updated>2024-05-02T00:00:00Z</updated>
  <author><name>Municipality</name></author>
  <entry>
    <title>Open budget</title><id>urn:example:1</id><link href="https://example.org/1"/>
    <published>2024-01-01T00:00:00Z</published><updated>2024-05-02T00:00:00Z</updated>
    <category term="completed"/>
  </entry>
</feed>`;

async function main() {
  const { items } = await new Parser().parseString(FEED);
  console.log(`rss-parser ${require('rss-parser/package.json').version}: ${JSON.stringify(items[0])}`);
  const text = JSON.stringify(items[0]);
  return items[0].isoDate === '2024-01-01T00:00:00.000Z' && !text.includes('2024-05-02') && !text.includes('completed');
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
