#!/usr/bin/env bash
# node-ical gives a property of an event as text, or as an object { params, val } as soon as the property has a parameter: a
# calendar that says in which language its summaries are (LANGUAGE=ka) shows "[object Object]" in what prints them.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error node-ical@0.27.2
cat >run.cjs <<'SCRIPT'
const ical = require('node-ical');

const calendar = (summary) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//calendar//EN',
    'BEGIN:VEVENT',
    'UID:1@example.org',
    'DTSTAMP:20240101T000000Z',
    'DTSTART;VALUE=DATE:20240229',
    summary,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const read = (summary) => ical.sync.parseICS(calendar(summary))['1@example.org'].summary;

const plain = read('SUMMARY:Open budget');
const marked = read('SUMMARY;LANGUAGE=en:Open budget');
console.log(`node-ical ${require('node-ical/package.json').version}: ${JSON.stringify(plain)}, with LANGUAGE ${JSON.stringify(marked)}`);
process.exit(plain === 'Open budget' && `${marked}` === '[object Object]' && marked.val === plain ? 0 : 1);
SCRIPT
node run.cjs
