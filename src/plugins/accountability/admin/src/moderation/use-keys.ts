import { useEffect, useRef } from 'react';
import { commandOf, isTyping, type Command } from './keys';

/** Keys that do not produce text. */
const RESUME_KEYS = ['Escape', 'ArrowDown', 'ArrowUp'];

/** Whether shortcuts are paused: a key had no action, and the following ones may be meant as text. */
export interface ShortcutPause {
  readonly isPaused: boolean;
  resume(): void;
}

/**
 * Calls back for each command of a key; not in inputs, and not while disabled.
 * @param moveKeys shortcuts of moves
 * @param pause ended by Escape, an arrow or a click
 */
export function useKeys(
  moveKeys: readonly string[],
  isOn: boolean,
  run: (command: Command) => void,
  pause: ShortcutPause,
): void {
  const latest = useRef({ moveKeys, run, pause });
  latest.current = { moveKeys, run, pause };
  const { isPaused } = pause;
  useEffect(() => {
    if (!isPaused) return;
    const listen = () => latest.current.pause.resume();
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  }, [isPaused]);
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (latest.current.pause.isPaused) {
        if (!RESUME_KEYS.includes(event.key)) return;
        latest.current.pause.resume();
      }
      const command = commandOf(event, latest.current.moveKeys);
      if (!command) return;
      event.preventDefault();
      latest.current.run(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
