import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Says what happens next; the tools' own output follows below it. */
export function say(text) {
  process.stdout.write(`\n==> ${text}\n`);
}

/** One line for whoever started the script, and the end. */
export function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** Ends with one clear line on a Node this project cannot run on. */
export function requireNode([major, minor]) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Node ${major}.${minor} or newer is needed; this is Node ${process.versions.node}.`);
}

/** The exit code a shell would give: a process ended by a signal has none of its own. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/**
 * Runs a command with its output shown.
 * @returns its exit code; 124 when it was ended because it took longer than `minutes`
 */
export function run(command, args, { cwd, env = {}, minutes = 15 } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell starts.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit', shell });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.stderr.write(`No end after ${minutes} minutes: stopped.\n`);
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(late ? 124 : exitCode(code, signal));
    });
  });
}
