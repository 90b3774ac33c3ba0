import { csv } from './csv';
import type { Format } from './format';
import { json } from './json';
import { jsonLd } from './json-ld';
import { ndjson } from './ndjson';
import { parquet } from './parquet';
import { xlsx } from './xlsx';
import { xml } from './xml';

/** Every format an export comes in. */
export const formats: readonly Format[] = [csv, json, ndjson, xml, xlsx, parquet, jsonLd];
