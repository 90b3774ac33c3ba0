import { useEffect, useState } from 'react';
import { Box, Button, Field, Flex, SearchForm, Searchbar, SingleSelectOption } from '@strapi/design-system';
import { DateField } from '../dates/date-field';
import { DocumentChoice } from './document-choice';
import { FILTERS, type FilterName, type Filters } from './filters';
import { useQueueWords } from './use-queue-words';
import type { QueueSetup } from '../../../shared/moderation-contract';
import { Select } from '../select';

/** Suggested minimum spam scores. */
const SCORES = ['1', '40', '60', '100'];

interface Props {
  readonly setup: QueueSetup;
  readonly filters: Filters;
  /** Title of the selected subject, if known. */
  readonly subjectTitle: string | null;
  onChange(changes: Filters): void;
}

/** Filters of the queue besides the state. */
export function FilterBar({ setup, filters, subjectTitle, onChange }: Props) {
  const { t, field } = useQueueWords();
  const [search, setSearch] = useState(filters.search ?? '');
  useEffect(() => setSearch(filters.search ?? ''), [filters.search]);
  // An invalid date is in no filter: clearing it needs new fields.
  const [dateFields, setDateFields] = useState(0);
  const isNarrowed = FILTERS.some((name) => name !== 'state' && name !== 'reported' && filters[name]);
  const select = (
    name: FilterName,
    label: string,
    options: readonly (readonly [string, string])[],
    usual = '',
  ) => (
    <Field.Root width="16rem">
      <Field.Label>{label}</Field.Label>
      <Select
        size="S"
        placeholder={t('any')}
        clearLabel={t('clear')}
        value={filters[name] ?? usual}
        onChange={(next) => onChange({ [name]: String(next) })}
        {...(usual === '' && { onClear: () => onChange({ [name]: '' }) })}
      >
        {options.map(([value, text]) => (
          <SingleSelectOption key={value} value={value}>
            {text}
          </SingleSelectOption>
        ))}
      </Select>
    </Field.Root>
  );
  const day = (name: 'from' | 'to') => (
    <DateField
      key={`${name}-${dateFields}`}
      name={name}
      label={t(`filter.${name}`)}
      size="S"
      width="16rem"
      unclear="nothing"
      value={filters[name] ?? ''}
      onChange={(next) => onChange({ [name]: next ?? '' })}
    />
  );
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end" paddingBottom={4}>
      <Box style={{ flex: '1 1 24rem' }}>
        <SearchForm
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            onChange({ search: search.trim() });
          }}
        >
          <Searchbar
            name="search"
            size="S"
            maxLength={200}
            value={search}
            placeholder={t('search.hint')}
            clearLabel={t('clear')}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
            onClear={() => onChange({ search: '' })}
          >
            {t('search')}
          </Searchbar>
        </SearchForm>
      </Box>
      <Box style={{ flex: '1 1 24rem' }}>
        <DocumentChoice
          label={field(setup.contentType, setup.subject.relation)}
          among="subjects"
          value={filters.subject ?? ''}
          title={subjectTitle}
          onChange={(subject) => onChange({ subject })}
        />
      </Box>
      {setup.languages.length > 1
        ? select(
            'language',
            t('filter.language'),
            setup.languages.map(({ code, name }) => [code, name]),
          )
        : null}
      {select(
        'score',
        t('filter.score'),
        SCORES.map((score) => [score, t('filter.score-from', { score })]),
      )}
      {day('from')}
      {day('to')}
      {select(
        'order',
        t('filter.order'),
        [
          ['oldest', t('order.oldest')],
          ['newest', t('order.newest')],
        ],
        'oldest',
      )}
      {isNarrowed ? (
        <Button
          variant="tertiary"
          size="S"
          onClick={() => {
            onChange({ subject: '', language: '', score: '', from: '', to: '', search: '', order: '' });
            setDateFields(dateFields + 1);
          }}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </Flex>
  );
}
