'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take a minute or more: begun last, they would keep one worker busy while the other has nothing to do. */
const LONG = [
  'playground/playground',
  'heavy/import-killed',
  'heavy/openapi-fuzz',
  'heavy/hostile-values',
  'heavy/route-matrix',
  'heavy/open-data-in-languages',
  'heavy-browser/(site-languages|accessibility|extremes)',
  'open-data/(secrets|archive)',
  'workflow/consistency-checks',
  'import/bad-input',
].map((names) => new RegExp(`/tests/${names}\\.test\\.ts$`));

/** Jest's order, which is by size where it does not know how long a file takes, after the files known to be long. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.some((pattern) => pattern.test(path));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
