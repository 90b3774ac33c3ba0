#!/usr/bin/env bash
# TextDecoder('windows-1252') of Node.js decodes the bytes 80 to 9F as control characters (ISO 8859-1) where the Encoding
# Standard has €, “, ™ and 24 other characters: Western European CSV files lose quotes and euro signs without an error.
# So do 20.18.3, 20.20.0, 22.13.0, 22.22.0, 23.6.0, 24.13.0 and 25.3.0; 20.18.2, 22.12.0 and 26.10.0 decode correctly.
# With { stream: true } all of them do, and so do other encodings, windows-1251 for one.
# Ends with 1 when that has changed in one of the newest releases of 20, 22 and 24 it was seen in.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >run.cjs <<'SCRIPT'
const BYTES = Uint8Array.of(0x80, 0x93, 0x99);
const EXPECTED = '\u20ac\u201c\u2122';
const whole = new TextDecoder('windows-1252').decode(BYTES);
const streamed = new TextDecoder('windows-1252').decode(BYTES, { stream: true });
const cyrillic = new TextDecoder('windows-1251').decode(BYTES);
console.log(`Node.js ${process.version}: whole ${escape(whole)}, streamed ${escape(streamed)}, expected ${escape(EXPECTED)}`);
const isWrong = whole === '\u0080\u0093\u0099';
process.exit(isWrong && streamed === EXPECTED && cyrillic === '\u0402\u201c\u2122' ? 0 : 1);
SCRIPT
failed=0
for version in 20.20.0 22.22.0 24.13.0; do
  npx --yes "node@$version" run.cjs || failed=1
done
exit $failed
