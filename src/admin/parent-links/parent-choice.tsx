import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Parent, ParentLink } from './contract';
import { useParentLinkWords } from './words';

/** Debounce of the search, in milliseconds. */
const PAUSE_MS = 250;

interface Props {
  readonly label: string;
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | undefined;
  readonly link: ParentLink;
  readonly value: Parent | null;
  onChange(parent: Parent | null): void;
}

/** Choice of another parent among the options of Strapi's field, without the present one. */
export function ParentChoice({ label, contentType, documentId, locale, link, value, onChange }: Props) {
  const { t } = useParentLinkWords();
  const { get } = useFetchClient();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly Parent[]>([]);
  const { relation, mainField } = link;
  useEffect(() => {
    let gone = false;
    const look = () => {
      const params = { id: documentId, pageSize: 20, ...(locale && { locale }), ...(typed && { _q: typed }) };
      get<{ results: Readonly<Record<string, string>>[] }>(
        `/content-manager/relations/${contentType}/${relation}`,
        { params },
      ).then(
        ({ data }) => {
          const named = data.results.map((row) => ({
            documentId: String(row.documentId),
            title: row[mainField] || String(row.documentId),
          }));
          if (!gone) setFound(named);
        },
        () => !gone && setFound([]),
      );
    };
    const timer = setTimeout(look, typed ? PAUSE_MS : 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [get, contentType, documentId, locale, relation, mainField, typed]);

  const isMissing = value && !found.some((one) => one.documentId === value.documentId);
  const options = isMissing ? [value, ...found] : found;
  return (
    <Field.Root required>
      <Field.Label>{label}</Field.Label>
      <Combobox
        placeholder={t('choose')}
        clearLabel={t('clear')}
        noOptionsMessage={() => t('none-found')}
        value={value?.documentId ?? ''}
        autocomplete={{ type: 'list', filter: 'contains' }}
        onInputChange={(event) => setTyped(event.currentTarget.value.trim())}
        onChange={(next) => onChange(options.find((one) => one.documentId === next) ?? null)}
        onClear={() => onChange(null)}
      >
        {options.map((option) => (
          <ComboboxOption key={option.documentId} value={option.documentId}>
            {option.title}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
