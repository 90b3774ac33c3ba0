import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** An entry of a zip file, read by a reader that is not the writer's sibling. */
export interface UnzippedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Every file of an archive, in its order. @throws for an archive that is damaged */
export async function unzip(archive: Buffer): Promise<UnzippedFile[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const files: UnzippedFile[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject).on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream
          .on('error', reject)
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            files.push({ name: entry.fileName, content: Buffer.concat(chunks) });
            zip.readEntry();
          });
      });
    });
    zip.readEntry();
  });
  return files;
}
