#!/usr/bin/env bash
# An empty table written by hyparquet-writer is read by hyparquet and refused by arrow-rs (parquet-wasm, and what else is
# built on it): the list of row groups, being empty, does not say that it would hold structures.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error hyparquet-writer@0.17.0 hyparquet@1.31.5 parquet-wasm@0.8.0
cat >run.cjs <<'SCRIPT'
const { readParquet } = require('parquet-wasm/node');

async function main() {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const { parquetReadObjects } = await import('hyparquet');
  const seen = [];
  for (const data of [['Kutaisi'], []]) {
    const file = parquetWriteBuffer({ columnData: [{ name: 'city', data, type: 'STRING' }] });
    const rows = await parquetReadObjects({ file });
    let wasm = 'reads it';
    try {
      readParquet(new Uint8Array(file));
    } catch (error) {
      wasm = `refuses it: ${error.message ?? error}`;
    }
    console.log(`${data.length} rows: hyparquet reads ${rows.length}, parquet-wasm 0.8.0 ${wasm}`);
    seen.push(rows.length, wasm.startsWith('refuses'));
  }
  return seen.join() === '1,false,0,true';
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
