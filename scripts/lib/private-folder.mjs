import { chmod, mkdir } from 'node:fs/promises';

/** Makes a folder with those above it, or takes one that is there: nobody but its owner can look into it. */
export async function privateFolder(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}
