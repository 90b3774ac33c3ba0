// What a move costs beside a bare update and publish of the same document, with few and with many documents, and
// what the guard adds to ordinary writes: npm run bench:moves
// Uses a database of its own: sqlite in a temporary folder, or the PostgreSQL database of the settings, which
// must be empty. Prints ratios; each pair is measured in turn, so that a busy machine slows both.
import './lib/ensure-built.mjs';
import { openDatabase } from './lib/database.mjs';
import { fill } from './lib/fill.mjs';
import { inProcess } from './lib/in-process.mjs';
import { useOwnDatabase } from './lib/own-database.mjs';
import { median, milliseconds } from './lib/requests.mjs';
import { databaseSettings, print } from './lib/settings.mjs';

const SMALL = 1_000;
const LARGE = 50_000;
const ROUNDS = 3;
/** Processes differ more from one another than what is looked for here. */
const PAIRS = 6;

const removeDatabase = useOwnDatabase('moves');

/** One process of the application that measures. */
const measure = (what) => inProcess('measure-moves.mjs', what);

async function fillUpTo(milestones, there) {
  const database = await openDatabase(databaseSettings());
  await fill(database, (milestones - there) / 4, () => {});
  await database.commit();
}

try {
  measure('nothing'); // makes the tables
  const byCount = {};
  let there = 0;
  for (const count of [SMALL, LARGE]) {
    await fillUpTo(count, there);
    there = count;
    const runs = Array.from({ length: ROUNDS }, () => measure('moves'));
    const move = median(runs.map((run) => run.move));
    const bare = median(runs.map((run) => run.bare));
    byCount[count] = move;
    print(
      `${count} milestones: move ${milliseconds(move)}, bare update and publish ${milliseconds(bare)}, ` +
        `ratio ${(move / bare).toFixed(2)} (target 0.8)`,
    );
  }
  print(`Move at ${LARGE} against ${SMALL}: ${(byCount[LARGE] / byCount[SMALL]).toFixed(2)} (target 1.3)`);
  const guarded = [];
  const unguarded = [];
  for (let round = 0; round < PAIRS; round += 1) {
    const measures = [
      () => unguarded.push(measure('writes-without').update),
      () => guarded.push(measure('writes').update),
    ];
    // In changing order: a machine that slows down counts against both.
    for (const one of round % 2 === 0 ? measures : measures.reverse()) one();
  }
  print(
    `Ordinary update: ${milliseconds(median(guarded))} with the guard, ${milliseconds(median(unguarded))} without, ` +
      `ratio ${(median(guarded) / median(unguarded)).toFixed(3)} (target 1.05)`,
  );
} finally {
  removeDatabase();
}
