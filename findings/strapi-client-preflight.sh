#!/usr/bin/env bash
# @strapi/client says Content-Type: application/json on reads too, which have no body. In a browser that makes every read
# from another origin ask twice: an OPTIONS request first, which a cache in front of the API does not answer by itself.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error @strapi/client@1.6.2
cat >run.cjs <<'SCRIPT'
const http = require('node:http');
const { strapi } = require('@strapi/client');

// Fetch standard, "CORS-safelisted request-header": other types than these need the preflight.
const SIMPLE = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

async function main() {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push({ method: request.method, type: request.headers['content-type'] });
    response.setHeader('content-type', 'application/json').end('{"data":[],"meta":{}}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = strapi({ baseURL: `http://127.0.0.1:${server.address().port}/api` });
  await client.collection('commitments').find();
  await client.collection('commitments').findOne('example');
  server.close();
  console.log(`@strapi/client 1.6.2: ${JSON.stringify(seen)}`);
  return seen.every(({ method, type }) => method === 'GET' && type === 'application/json' && !SIMPLE.includes(type));
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
