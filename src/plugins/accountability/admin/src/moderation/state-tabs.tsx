import { Button, Flex } from '@strapi/design-system';
import { ALL, type Filters } from './filters';
import { useQueueWords } from './use-queue-words';
import type { QueueCounts, QueueSetup } from '../../../shared/moderation-contract';

interface Props {
  readonly setup: QueueSetup;
  readonly counts: QueueCounts | null;
  readonly filters: Filters;
  onChange(changes: Filters): void;
}

/** The states with their numbers of comments, reported comments, and all. */
export function StateTabs({ setup, counts, filters, onChange }: Props) {
  const { t, label, number } = useQueueWords();
  const chosen = filters.reported ? 'reported' : (filters.state ?? setup.initial);
  const tab = (code: string, name: string, count: number | null, changes: Filters) => (
    <Button
      key={code}
      variant={chosen === code ? 'default' : 'tertiary'}
      aria-pressed={chosen === code}
      onClick={() => onChange(changes)}
    >
      {count === null ? name : t('tab', { name, count: number(count) })}
    </Button>
  );
  const total = counts && Object.values(counts.states).reduce((sum, count) => sum + count, 0);
  return (
    <Flex role="group" aria-label={t('states')} gap={2} wrap="wrap" paddingBottom={4}>
      {setup.states.map(({ code, labels }) =>
        tab(code, label(labels, code), counts && (counts.states[code] ?? 0), {
          state: code === setup.initial ? '' : code,
          reported: '',
        }),
      )}
      {tab('reported', t('reported'), counts && counts.reported, { state: '', reported: 'true' })}
      {tab(ALL, t('all'), total, { state: ALL, reported: '' })}
    </Flex>
  );
}
