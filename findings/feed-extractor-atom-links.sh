#!/usr/bin/env bash
# @extractus/feed-extractor takes the first link of an Atom feed or entry whatever its "rel" says: the feed's own address
# (rel="self") is given as the site, and a related document that is named first as the page of the entry.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @extractus/feed-extractor@8.0.3
cat >run.cjs <<'SCRIPT'
const FEED = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Commitments</title><id>urn:example:feed</id><updated>2024-05-02T00:00:00Z</updated>
  <author><name>Municipality</name></author>
  <link rel="self" href="https://example.org/feed.atom"/><link rel="alternate" href="https://example.org/"/>
  <entry>
    <title>Open budget</title><id>urn:example:1</id><updated>2024-05-02T00:00:00Z</updated>
    <link rel="related" href="https://example.org/plan.pdf"/><link rel="alternate" href="https://example.org/1"/>
  </entry>
</feed>`;

async function main() {
  const { extractFromXml } = await import('@extractus/feed-extractor');
  const { link, entries } = extractFromXml(FEED);
  console.log(`@extractus/feed-extractor 8.0.3: feed ${link}, entry ${entries[0].link}`);
  return link === 'https://example.org/feed.atom' && entries[0].link === 'https://example.org/plan.pdf';
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
