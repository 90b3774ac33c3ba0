import { useEffect, useRef, useState } from 'react';
import type { Precision } from '../../../server/src/dates/partial-date';
import { dateText, parseDateText } from '../../../shared/date-text';
import { useDateWords } from './use-date-words';

interface Wanted {
  /** ISO day, or the text somebody typed; empty for no date. */
  readonly value: string;
  readonly precision: Precision;
  /** What stands for a text that is not understood: the text itself, so that nothing is saved in silence, or null. */
  readonly unclear: 'text' | 'nothing';
  /** Whether the form has refused the date: then the reason is shown at once. */
  readonly isRefused: boolean;
  onChange(value: string | null): void;
}

/** The text of a date field: kept as typed, read at each key, and written in the field's own format when left. */
export function useTypedDate({ value, precision, unclear, isRefused, onChange }: Wanted) {
  const { language, seasons, inWords, problem: problemWords } = useDateWords();
  const textOf = (date: string) => dateText(date, precision, language, seasons);
  const [text, setText] = useState(() => textOf(value));
  const [isLeft, setLeft] = useState(true);
  const written = useRef(value);

  useEffect(() => {
    const isOwn = written.current === value;
    written.current = value;
    // The form was reset, or another document came in.
    if (!isOwn) {
      setText(textOf(value));
      setLeft(true);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value]);
  useEffect(() => {
    if (value && !('problem' in parseDateText(value, 'day', language, seasons))) setText(textOf(value));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [precision, language]);

  const parsed = text.trim() === '' ? null : parseDateText(text, precision, language, seasons);
  const write = (next: string) => {
    written.current = next;
    onChange(next === '' ? null : next);
  };
  return {
    text,
    /** Shown once the field is left: half a date is no mistake yet. */
    problem:
      (isLeft || isRefused) && parsed && 'problem' in parsed
        ? problemWords(parsed.problem, precision)
        : undefined,
    understood: parsed && 'date' in parsed ? inWords(parsed.date, precision) : undefined,
    date: parsed && 'date' in parsed ? parsed.date : '',
    type(next: string) {
      setText(next);
      setLeft(false);
      const read = next.trim() === '' ? null : parseDateText(next, precision, language, seasons);
      if (read === null) write('');
      else if ('date' in read) write(read.date);
      else write(unclear === 'text' ? next : '');
    },
    choose(date: string) {
      const read = parseDateText(date, precision, language, seasons);
      const chosen = 'date' in read ? read.date : '';
      setText(textOf(chosen));
      setLeft(true);
      write(chosen);
    },
    leave() {
      setLeft(true);
      if (parsed && 'date' in parsed) setText(textOf(parsed.date));
    },
  };
}
