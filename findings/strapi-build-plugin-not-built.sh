#!/usr/bin/env bash
# A plugin among the dependencies of a Strapi application, whose own build has not been made yet: `strapi build` ends with
# 0 and without a word about it, and the admin panel it has built lacks the plugin. Where the plugin is built afterwards,
# the server has its routes and the panel has no page for them.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p config src/api src/extensions public/uploads database/migrations plugin
cat >package.json <<'JSON'
{
  "name": "library",
  "version": "1.0.0",
  "private": true,
  "strapi": { "uuid": false },
  "dependencies": {
    "@strapi/strapi": "5.54.0",
    "better-sqlite3": "12.8.0",
    "library-desk": "file:./plugin",
    "react": "18.3.1",
    "react-dom": "18.3.1",
    "react-router-dom": "6.30.3",
    "styled-components": "6.1.19"
  }
}
JSON
cat >plugin/package.json <<'JSON'
{
  "name": "library-desk",
  "version": "1.0.0",
  "strapi": { "kind": "plugin", "name": "desk", "displayName": "Desk" },
  "exports": {
    "./strapi-admin": "./dist/admin.mjs",
    "./strapi-server": "./dist/server.js",
    "./package.json": "./package.json"
  }
}
JSON
cat >config/database.js <<'SCRIPT'
module.exports = { connection: { client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true } };
SCRIPT
echo "module.exports = { host: '127.0.0.1', port: 1337, app: { keys: ['a', 'b'] } };" >config/server.js
echo "module.exports = { auth: { secret: 'a' }, apiToken: { salt: 'b' }, transfer: { token: { salt: 'c' } } };" >config/admin.js
echo 'module.exports = { register() {}, bootstrap() {} };' >src/index.js
npm install --no-audit --no-fund --loglevel=error

# Prints how often the page of the plugin is in the panel, and with what the build ended.
build() {
  local code=0
  npx strapi build >build.log 2>&1 || code=$?
  echo "ended with $code, said $(grep -ci 'desk' build.log || true) times something of the plugin, $(grep -l 'desk-of-the-library' dist/build/*.js build/*.js 2>/dev/null | wc -l) files have its page"
}

export STRAPI_TELEMETRY_DISABLED=true NODE_ENV=production
echo "@strapi/strapi $(node -p "require('@strapi/strapi/package.json').version")"
before=$(build)
echo "before the plugin is built: $before"

mkdir plugin/dist
cat >plugin/dist/admin.mjs <<'SCRIPT'
export default {
  register(app) {
    app.registerPlugin({ id: 'desk', name: 'desk-of-the-library' });
  },
};
SCRIPT
echo 'module.exports = {};' >plugin/dist/server.js
after=$(build)
echo "after it: $after"
[[ "$before" == "ended with 0, said 0 times something of the plugin, 0 files have its page" ]]
[[ "$after" == "ended with 0, said 0 times something of the plugin, 1 files have its page" ]]
