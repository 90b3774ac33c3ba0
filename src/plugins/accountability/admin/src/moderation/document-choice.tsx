import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useQueueGet } from './use-queue-get';
import { useQueueWords } from './use-queue-words';
import type { QueueChoice } from '../../../shared/moderation-contract';

/** Debounce of the search, in milliseconds. */
const PAUSE_MS = 250;

interface Props {
  readonly label: string;
  /** Kind of documents to search. */
  readonly among: 'subjects' | 'agencies';
  /** documentId of the selected document; empty for none. */
  readonly value: string;
  /** Title of the selected document, if known. */
  readonly title?: string | null;
  readonly required?: boolean;
  readonly error?: string;
  onChange(documentId: string): void;
}

/** Selects a document by part of its title, with a search on the server. */
export function DocumentChoice({ label, among, value, title, required, error, onChange }: Props) {
  const { t } = useQueueWords();
  const get = useQueueGet();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly QueueChoice[]>([]);
  useEffect(() => {
    let gone = false;
    const look = () => {
      const query = typed.trim() ? `?search=${encodeURIComponent(typed.trim().slice(0, 200))}` : '';
      get<readonly QueueChoice[]>(`${among}${query}`).then(
        (choices) => !gone && setFound(choices),
        () => !gone && setFound([]),
      );
    };
    const timer = setTimeout(look, typed ? PAUSE_MS : 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [get, among, typed]);
  const isMissing = value !== '' && !found.some(({ documentId }) => documentId === value);
  const options = isMissing ? [{ documentId: value, title: title ?? value }, ...found] : found;
  return (
    <Field.Root required={required ?? false} error={error}>
      <Field.Label>{label}</Field.Label>
      <Combobox
        size="S"
        placeholder={t('choose')}
        clearLabel={t('clear')}
        noOptionsMessage={() => t('none-found')}
        value={value}
        autocomplete={{ type: 'list', filter: 'contains' }}
        onInputChange={(event) => setTyped(event.currentTarget.value)}
        onChange={(next) => onChange(String(next ?? ''))}
        onClear={() => onChange('')}
      >
        {options.map((option) => (
          <ComboboxOption key={option.documentId} value={option.documentId}>
            {option.title}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
}
