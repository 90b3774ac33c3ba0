import type { FileContext, Format } from './format';
import { RowGroup } from './parquet/row-group';
import { parquetSchema } from './parquet/schema';

/** Values of one row group: what is in memory at once. */
const BYTES_PER_GROUP = 4 * 1024 * 1024;
const ROWS_PER_GROUP = 50_000;
/** The first group is small, so that the download starts without waiting for many rows. */
const ROWS_OF_FIRST_GROUP = 16;

/** Metadata of the file, beside its schema. */
const keyValues = ({ dataset, columns, locale, licence, base }: FileContext) => [
  { key: 'dataset', value: dataset.name },
  { key: 'title', value: JSON.stringify(dataset.labels) },
  { key: 'description', value: JSON.stringify(dataset.description) },
  { key: 'license', value: licence.name },
  { key: 'license_url', value: licence.url },
  { key: 'source', value: `${base}/${dataset.name}.parquet` },
  ...(locale ? [{ key: 'locale', value: locale }] : []),
  {
    key: 'columns',
    value: JSON.stringify(
      Object.fromEntries(columns.map(({ name, declaration }) => [name, declaration.description])),
    ),
  },
];

/** Number of rows 0, then a list of row groups without any, whose items have no type. */
const EMPTY_LIST_OF_NOTHING = Buffer.from([0x16, 0x00, 0x19, 0x00]);
const EMPTY_LIST_OF_STRUCTURES = 0x0c;

/**
 * hyparquet-writer 0.17.0 omits the element type of an empty list, as the row groups of an empty file; arrow-rs
 * refuses to read that.
 */
function fixEmptyList(file: Uint8Array): void {
  const at = Buffer.from(file.buffer, file.byteOffset, file.length).indexOf(EMPTY_LIST_OF_NOTHING);
  if (at >= 0) file[at + EMPTY_LIST_OF_NOTHING.length - 1] = EMPTY_LIST_OF_STRUCTURES;
}

/**
 * Loaded by the writing threads only. A real `import()`: Node 20 ends the whole process when a thread is terminated
 * while its `require()` loads an ES module.
 */
const library = () => import('hyparquet-writer');

/**
 * Parquet: typed columns, lists as lists, one row group after the other. The description of dataset and columns,
 * and the licence, are in the file's metadata.
 */
export const parquet: Format = {
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  isPacked: true,
  parameters: () => ({}),
  load: library,
  async write(batches, context, output) {
    const { ByteWriter, ParquetWriter } = await library();
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: parquetSchema(context.dataset, context.columns),
      kvMetadata: keyValues(context),
      createdBy: 'open-data',
    });
    const send = async (): Promise<void> => {
      const written = bytes.getBytes();
      output.sink.copy(written, 0, written.length);
      // The writer continues its offsets in a fresh buffer.
      bytes.index = 0;
      if (output.isFull()) await output.flush();
    };
    const group = new RowGroup(context.columns);
    const writeGroup = (): void => {
      const rowGroupSize = group.rows;
      const columnData = group.take().map(({ name, data, isLongText }) => ({
        name,
        data: data as unknown[],
        offsetIndex: false,
        // Long texts hardly repeat: no dictionary, no statistics.
        ...(isLongText && { encoding: 'PLAIN' as const, statistics: false }),
      }));
      void writer.write({ columnData, rowGroupSize });
    };
    for await (const batch of batches) {
      for (let index = 0; index < batch.count; index += 1) {
        group.add(batch.row(index));
        const isFirst = writer.row_groups.length === 0;
        const most = isFirst ? ROWS_OF_FIRST_GROUP : ROWS_PER_GROUP;
        if (group.bytes < BYTES_PER_GROUP && group.rows < most) continue;
        writeGroup();
        await send();
        if (isFirst) await output.flush();
      }
    }
    if (group.rows > 0) writeGroup();
    void writer.finish();
    if (writer.row_groups.length === 0) fixEmptyList(bytes.getBytes());
    await send();
    await output.end();
  },
};
