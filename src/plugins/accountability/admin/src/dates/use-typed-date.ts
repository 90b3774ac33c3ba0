import { useEffect, useRef, useState } from 'react';
import type { Precision } from '../../../server/src/dates/partial-date';
import { dateText, parseDateText, type ParsedDate } from '../../../shared/date-text';
import { dayFault } from '../../../shared/iso-day';
import { useDateWords } from './use-date-words';

interface Wanted {
  /** ISO day, or the typed text; empty for no date. */
  readonly value: string;
  readonly precision: Precision;
  /** Value of an invalid text: the text itself, so that it is not silently dropped, or null. */
  readonly unclear: 'text' | 'nothing';
  /** Whether the form has rejected the date: then the error is shown at once. */
  readonly isRefused: boolean;
  onChange(value: string | null): void;
}

/** The text of a date field: kept as typed, parsed at each key, and formatted on blur. */
export function useTypedDate({ value, precision, unclear, isRefused, onChange }: Wanted) {
  const { language, seasons, inWords, problem: problemWords } = useDateWords();
  const textOf = (date: string) => dateText(date, precision, language, seasons);
  const [text, setText] = useState(() => textOf(value));
  const [isLeft, setLeft] = useState(true);
  const written = useRef(value);
  const read = (typed: string): ParsedDate | null =>
    typed.trim() === '' ? null : parseDateText(typed, precision, language, seasons);
  const write = (next: string) => {
    if (next === written.current) return;
    written.current = next;
    onChange(next === '' ? null : next);
  };

  useEffect(() => {
    if (written.current === value) return;
    // The form was reset, or another document was loaded.
    written.current = value;
    setText(textOf(value));
    setLeft(true);
    // Only a different value replaces the typed text.
  }, [value]);
  useEffect(() => {
    // A text that was invalid at the former precision may be valid at the new one.
    const again = dayFault(value) ? read(text) : { date: value };
    if (!again || 'problem' in again) return;
    setText(textOf(again.date));
    if (again.date !== value) write(again.date);
    // The text is not reformatted while it is typed.
  }, [precision, language]);

  const parsed = read(text);
  return {
    text,
    /** The error is shown on blur: an incomplete date is not an error yet. */
    problem:
      (isLeft || isRefused) && parsed && 'problem' in parsed
        ? problemWords(parsed.problem, precision)
        : undefined,
    understood: parsed && 'date' in parsed ? inWords(parsed.date, precision) : undefined,
    date: parsed && 'date' in parsed ? parsed.date : '',
    type(next: string) {
      setText(next);
      setLeft(false);
      const typed = read(next);
      if (typed === null) write('');
      else if ('date' in typed) write(typed.date);
      else write(unclear === 'text' ? next : '');
    },
    choose(date: string) {
      const chosen = read(date);
      const next = chosen && 'date' in chosen ? chosen.date : '';
      setText(textOf(next));
      setLeft(true);
      write(next);
    },
    leave() {
      setLeft(true);
      if (parsed && 'date' in parsed) setText(textOf(parsed.date));
    },
  };
}
