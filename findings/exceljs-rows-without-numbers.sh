#!/usr/bin/env bash
# The number of a row and the address of a cell are optional in a worksheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4:
# without them it is the next). exceljs refuses the whole file of a writer that leaves them out to save room.
# Ends with 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --loglevel=error exceljs@4.4.0 xlsx@0.18.5 fflate@0.8.2
cat >run.cjs <<'SCRIPT'
const { strToU8, zipSync } = require('fflate');
const ExcelJS = require('exceljs');
const SheetJS = require('xlsx');

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook with one sheet; style 1 is the short date. */
function workbook(rows) {
  const files = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

async function main() {
  const file = workbook('<row><c t="inlineStr"><is><t>Kutaisi</t></is></c></row>');
  const read = SheetJS.utils.sheet_to_json(SheetJS.read(file).Sheets.Data, { header: 1 });
  let said = 'reads it';
  try {
    await new ExcelJS.Workbook().xlsx.load(file);
  } catch (error) {
    said = `refuses it: ${error.message}`;
  }
  console.log(`exceljs ${require('exceljs/package.json').version} ${said}; xlsx ${SheetJS.version} reads ${JSON.stringify(read)}`);
  return said.includes('Invalid row number') && JSON.stringify(read) === '[["Kutaisi"]]';
}

main().then((isSame) => process.exit(isSame ? 0 : 1));
SCRIPT
node run.cjs
