// Imported for its effect by every benchmark that runs the application: an old build would be measured without a word.
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { root } from './settings.mjs';

// A build that failed has said why; the exit code reports it to the caller.
if ((await ensureBuilt(root)) !== 0) process.exit(1);
