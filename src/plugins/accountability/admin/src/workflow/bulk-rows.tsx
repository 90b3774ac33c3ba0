import { Box, Flex, Typography } from '@strapi/design-system';
import { stateSeen, type Choice, type Seen } from './bulk-plan';
import { StatusBadge } from './status-badge';
import { useWords } from './use-words';
import type { Outcome } from './use-bulk-moves';
import type { Refusal } from './contract';

interface Props {
  readonly contentType: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly seen: Seen;
  readonly choice: Choice | null;
  readonly outcomes: readonly Outcome[];
}

/** The documents of a bulk move: the state of each when the dialog was opened, and the result. */
export function BulkRows({ contentType, titles, seen, choice, outcomes }: Props) {
  const { t, labelled, messageText, field } = useWords();
  /** Why a document was not moved: each failure with the label of its field. */
  const reasonsOf = (refusal: Refusal): string =>
    refusal.failures
      .map((failure) =>
        failure.path[0] === 'fields'
          ? labelled(field(contentType, failure.path[1] ?? ''), messageText(failure))
          : messageText(failure),
      )
      .join(' ') || messageText(refusal);

  return (
    <Box tag="ul" aria-live="polite" style={{ listStyle: 'none' }}>
      {[...titles].map(([documentId, title]) => {
        const state = choice ? stateSeen(seen, documentId, choice) : undefined;
        const outcome = outcomes.find((candidate) => candidate.documentId === documentId);
        return (
          <Box tag="li" key={documentId} paddingBottom={2}>
            <Flex gap={2} wrap="wrap">
              <Typography fontWeight="semiBold">{title}</Typography>
              {state ? <StatusBadge state={state} /> : null}
            </Flex>
            {outcome ? (
              <Typography tag="p" variant="pi" textColor={outcome.refusal ? 'danger600' : 'success600'}>
                {outcome.refusal ? `✗ ${reasonsOf(outcome.refusal)}` : `✓ ${t('bulk.moved')}`}
              </Typography>
            ) : null}
          </Box>
        );
      })}
    </Box>
  );
}
