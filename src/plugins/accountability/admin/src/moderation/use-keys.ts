import { useEffect, useRef } from 'react';
import { commandOf, isTyping, type Command } from './keys';

/** Keys that do not produce text. */
const ENDS_REST = ['Escape', 'ArrowDown', 'ArrowUp'];

/** Whether shortcuts are paused: a key had no action, and the following ones may be meant as text. */
export interface Rest {
  readonly isResting: boolean;
  wake(): void;
}

/**
 * Calls back for each command of a key; not in inputs, and not while disabled.
 * @param moveKeys shortcuts of moves
 * @param rest ended by Escape, an arrow or a click
 */
export function useKeys(
  moveKeys: readonly string[],
  isOn: boolean,
  run: (command: Command) => void,
  rest: Rest,
): void {
  const latest = useRef({ moveKeys, run, rest });
  latest.current = { moveKeys, run, rest };
  const { isResting } = rest;
  useEffect(() => {
    if (!isResting) return;
    const listen = () => latest.current.rest.wake();
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  }, [isResting]);
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (latest.current.rest.isResting) {
        if (!ENDS_REST.includes(event.key)) return;
        latest.current.rest.wake();
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
