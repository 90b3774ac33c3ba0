import { useEffect, useRef } from 'react';
import { commandOf, isTyping, type Command } from './keys';

/**
 * Calls back for each command that is given by a key; not while somebody types, and not while it is switched off.
 * @param moveKeys letters that make moves
 */
export function useKeys(moveKeys: readonly string[], isOn: boolean, run: (command: Command) => void): void {
  const latest = useRef({ moveKeys, run });
  latest.current = { moveKeys, run };
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const command = commandOf(event, latest.current.moveKeys);
      if (!command) return;
      event.preventDefault();
      latest.current.run(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
