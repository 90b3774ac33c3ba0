/**
 * Reads columns out of memory laid out as the Arrow C data interface says, with pointers of four bytes (wasm32).
 * Only what open data has: texts, whole numbers, fractions, truth values, days, times, and lists of texts.
 */
export interface ArrowMemory {
  readonly buffer: ArrayBufferLike;
}

const POINTER = 4;
/** Offsets in the structures ArrowSchema and ArrowArray. */
const SCHEMA = { format: 0, name: 4, children: 32, childCount: 24 };
const ARRAY = { length: 0, nullCount: 8, offset: 16, buffers: 40, children: 44 };
const DAY_MS = 86_400_000;

function reader({ buffer }: ArrowMemory) {
  const view = new DataView(buffer);
  const pointer = (at: number) => view.getUint32(at, true);
  const long = (at: number) => Number(view.getBigInt64(at, true));
  const text = (start: number, end: number) => Buffer.from(buffer.slice(start, end)).toString('utf8');
  const name = (at: number) => {
    const bytes = new Uint8Array(buffer);
    return text(at, bytes.indexOf(0, at));
  };
  const bit = (at: number, index: number) => ((view.getUint8(at + (index >> 3)) >> (index & 7)) & 1) === 1;
  return { view, pointer, long, text, name, bit };
}

export interface ArrowColumn {
  readonly name: string;
  readonly format: string;
  readonly values: unknown[];
}

function column(memory: ArrowMemory, schema: number, array: number): ArrowColumn {
  const { view, pointer, long, text, name, bit } = reader(memory);
  const format = name(pointer(schema + SCHEMA.format));
  const [length, offset] = [long(array + ARRAY.length), long(array + ARRAY.offset)];
  const buffer = (index: number) => pointer(pointer(array + ARRAY.buffers) + index * POINTER);
  const valid = buffer(0);
  const child =
    format === '+l'
      ? column(memory, pointer(pointer(schema + SCHEMA.children)), pointer(pointer(array + ARRAY.children)))
      : undefined;
  const start = (index: number) => view.getInt32(buffer(1) + index * 4, true);
  const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
  const READ: Record<string, (index: number) => unknown> = {
    u: (index) => text(buffer(2) + start(index), buffer(2) + start(index + 1)),
    l: (index) => long(buffer(1) + index * 8),
    g: (index) => view.getFloat64(buffer(1) + index * 8, true),
    b: (index) => bit(buffer(1), index),
    tdD: (index) => iso(view.getInt32(buffer(1) + index * 4, true) * DAY_MS).slice(0, 10),
    'tsm:UTC': (index) => `${iso(long(buffer(1) + index * 8)).slice(0, 19)}Z`,
    '+l': (index) => child?.values.slice(start(index), start(index + 1)),
  };
  const read = READ[format];
  if (!read) throw new Error(`No reader for Arrow's "${format}"`);
  const values = Array.from({ length }, (_, index) => index + offset).map((index) =>
    valid !== 0 && !bit(valid, index) ? null : read(index),
  );
  return { name: name(pointer(schema + SCHEMA.name)), format, values };
}

/** The columns of a record batch, which is a struct. */
export function arrowColumns(memory: ArrowMemory, schema: number, array: number): ArrowColumn[] {
  const { pointer, long } = reader(memory);
  const [schemas, arrays] = [pointer(schema + SCHEMA.children), pointer(array + ARRAY.children)];
  return Array.from({ length: long(schema + SCHEMA.childCount) }, (_, index) =>
    column(memory, pointer(schemas + index * POINTER), pointer(arrays + index * POINTER)),
  );
}

/** Names and formats of a schema's columns. */
export function arrowNames(memory: ArrowMemory, schema: number): { name: string; format: string }[] {
  const { pointer, long, name } = reader(memory);
  const schemas = pointer(schema + SCHEMA.children);
  return Array.from({ length: long(schema + SCHEMA.childCount) }, (_, index) => {
    const child = pointer(schemas + index * POINTER);
    return { name: name(pointer(child + SCHEMA.name)), format: name(pointer(child + SCHEMA.format)) };
  });
}
