// What an import costs beside the document service doing the same, with few and with many documents:
// npm run bench:import -- --commitments 10000
// Uses a database of its own: SQLite in a temporary folder, or the PostgreSQL database of the settings, which must be
// empty.
import './lib/ensure-built.mjs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeImportFiles } from './lib/import-files.mjs';
import { inProcess } from './lib/in-process.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { median } from './lib/requests.mjs';
import { option, print } from './lib/settings.mjs';

const COMMITMENTS = Number(option('commitments', '10000'));
const FEW = 200;
const ROUNDS = 3;
const TARGETS = { times: 60, memory: 200, perRow: 1.3, dryRun: 0.5, unchanged: 0.25, save: 2000, first: 2 };

const removeDatabase = useOwnDatabase('import');
const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-files-'));
const measure = (request) =>
  inProcess('measure-import.mjs', JSON.stringify(request), { NODE_ENV: 'production', HOST: '127.0.0.1' });
/** A run as a part of another one, by the clock and by the time of this process on a processor. */
const shareOf = (run, whole) =>
  `${(run.milliseconds / whole.milliseconds).toFixed(2)} of it, ` +
  `${(run.processor / whole.processor).toFixed(2)} of its processor time (${seconds(run.processor)} of ${seconds(whole.processor)})`;
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

async function filesOf(name, commitments, seed, edition) {
  const place = path.join(folder, name);
  await mkdir(place);
  return writeImportFiles(place, commitments, seed, edition);
}

/** Saves beside an import that changes every commitment of `many`, and beside its undo. */
async function measureChanges() {
  const { files } = await filesOf('changed', COMMITMENTS, 2, ', changed');
  const changed = files.filter(({ name }) => name === 'commitments.csv');
  const { undo, ...change } = measure({ what: 'saves', files: changed, isUndone: true });
  for (const [name, { longest, saves, milliseconds }] of Object.entries({ change, undo })) {
    print(
      `A save beside the ${name} of ${COMMITMENTS} documents (${seconds(milliseconds)}): at most ` +
        `${seconds(longest)} of ${saves} (target ${seconds(TARGETS.save)})`,
    );
  }
}

try {
  measure({ what: 'nothing' }); // makes the tables
  const few = await filesOf('few', FEW, 1);
  const many = await filesOf('many', COMMITMENTS, 2);
  const beside = await filesOf('beside', COMMITMENTS, 3);
  const read = await filesOf('read', FEW, 4);

  const service = Array.from({ length: ROUNDS }, () => measure({ what: 'document-service' }));
  const perDocument = median(service.map((run) => run.milliseconds / run.documents));
  print(`Document service: ${(1000 / perDocument).toFixed(1)} documents a second (median of ${ROUNDS})`);

  const small = measure({ what: 'import', files: few.files, isDryRun: false });
  print(`Import of ${few.documents} documents: ${seconds(small.milliseconds)}`);
  const dry = measure({ what: 'import', files: many.files, isDryRun: true });
  const whole = measure({ what: 'import', files: many.files, isDryRun: false });
  const again = measure({ what: 'import', files: many.files, isDryRun: false });
  const rate = (many.documents / whole.milliseconds) * 1000;
  print(
    `Import of ${many.documents} documents: ${seconds(whole.milliseconds)}, ${rate.toFixed(0)} documents a second, ` +
      `${(rate / (1000 / perDocument)).toFixed(1)} times the document service (target ${TARGETS.times})`,
  );
  print(`Memory: +${Math.round(whole.memory / 2 ** 20)} MB (target ${TARGETS.memory})`);
  const perRow = whole.milliseconds / many.documents / (small.milliseconds / few.documents);
  print(
    `Time for a document, ${many.documents} against ${few.documents}: ${perRow.toFixed(2)} (target ${TARGETS.perRow})`,
  );
  print(`Dry run: ${seconds(dry.milliseconds)}, ${shareOf(dry, whole)} (target ${TARGETS.dryRun})`);
  print(
    `The same files again: ${seconds(again.milliseconds)}, ${shareOf(again, whole)} (target ${TARGETS.unchanged})`,
  );
  const saves = measure({ what: 'saves', files: beside.files });
  print(
    `A save beside an import: at most ${seconds(saves.longest)} of ${saves.saves} (target ${seconds(TARGETS.save)})`,
  );
  await measureChanges();
  const { first, second } = measure({ what: 'first-answers', files: read.files });
  for (const [name, time] of Object.entries(first)) {
    print(
      `The first ${name} after an import: ${time.toFixed(0)} ms, the second ${second[name].toFixed(0)} ms, ` +
        `${(time / second[name]).toFixed(1)} times (target ${TARGETS.first})`,
    );
  }
} finally {
  removeDatabase();
  await rm(folder, { recursive: true, force: true });
}
