// Loaded before the application (`node --import`): a signal has the garbage of the process collected, so that its
// memory is what it uses.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  // What the first one has finalised, the second one frees.
  collect();
  collect();
});
