import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SETTING = 'TEST_RUN_FOLDER';

/** Makes the folder that all processes of a run share; Jest's workers inherit the environment that names it. */
export default function makeRunFolder(): void {
  process.env[SETTING] ??= mkdtempSync(path.join(tmpdir(), 'open-commitments-run-'));
}

/** Removes it. */
export function removeRunFolder(): void {
  const folder = process.env[SETTING];
  if (!folder) return;
  delete process.env[SETTING];
  rmSync(folder, { recursive: true, force: true });
}

/** Where the run keeps what is made once for all its processes, by the environment of the real process. */
export function runFolder(env: NodeJS.ProcessEnv): string {
  const folder = env[SETTING];
  if (!folder) throw new Error('No folder of the run: run this test in a project with its global set-up');
  return folder;
}
