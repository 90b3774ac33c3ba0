import { Box, Flex, Typography } from '@strapi/design-system';
import { Arrow } from './arrow';
import { StatusBadge } from './status-badge';
import { useWords } from './use-words';
import type { HistoryEntry } from './contract';

/** The moves of a document, latest first. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t, label, labelled, moment, partialDate } = useWords();
  if (entries.length === 0) {
    return <Typography textColor="neutral600">{t('history.empty')}</Typography>;
  }
  const who = ({ actor }: HistoryEntry) => {
    const kind = t(`actor.${actor.kind}`);
    if (!actor.name) return kind;
    return actor.kind === 'admin' ? actor.name : labelled(kind, actor.name);
  };
  return (
    <Box tag="ol" style={{ listStyle: 'none' }}>
      {entries.map((entry) => (
        <Box
          tag="li"
          key={entry.sequence}
          paddingBottom={3}
          style={{ paddingInlineStart: '1.2rem', borderInlineStart: `3px solid ${entry.to.colour}` }}
        >
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography variant="omega" fontWeight="semiBold">
              {label(entry.labels) || t(`history.${entry.transition}`)}
            </Typography>
            <Flex gap={2} wrap="wrap">
              {entry.from && entry.from.code !== entry.to.code ? (
                <>
                  <StatusBadge state={entry.from} /> <Arrow />
                </>
              ) : null}
              <StatusBadge state={entry.to} />
              {entry.asOf ? (
                <span>
                  {t('history.as-of', { date: partialDate(entry.asOf, entry.asOfPrecision ?? 'day') })}
                </span>
              ) : null}
            </Flex>
            <Typography variant="pi" textColor="neutral600">
              {moment(entry.at)} · <bdi>{who(entry)}</bdi>
              {entry.actor.label ? (
                <>
                  {' '}
                  (<bdi>{entry.actor.label}</bdi>)
                </>
              ) : null}
            </Typography>
            {entry.reason ? (
              <Typography variant="pi" dir="auto">
                {entry.reason}
              </Typography>
            ) : null}
          </Flex>
        </Box>
      ))}
    </Box>
  );
}
