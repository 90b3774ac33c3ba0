import { useState } from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Choice } from './choice';
import type { ProblemView } from './contract';
import { ListInParts } from './list-in-parts';
import { useImportWords } from './use-import-words';

const SHOWN_AT_ONCE = 100;
const FILTERS = ['all', 'error', 'warning'] as const;

interface Props {
  readonly problems: readonly ProblemView[];
  /** How many there are; the server names the first ones. */
  readonly total: number;
}

/** Problems by file, sheet, row and column, each with its sentence. */
export function ProblemList({ problems, total }: Props) {
  const { t, placeText, number } = useImportWords();
  const [filter, setFilter] = useState('all');
  const chosen = problems.filter(({ severity }) => filter === 'all' || severity === filter);
  return (
    <Box paddingTop={4}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {t('problems.title', { total: number(total) })}
        </Typography>
        <Box style={{ width: '26rem', maxWidth: '100%' }}>
          <Choice
            label={t('problems.filter')}
            value={filter}
            options={FILTERS.map((value) => ({ value, label: t(`problems.${value}`) }))}
            onChoice={setFilter}
          />
        </Box>
      </Flex>
      {problems.length < total ? (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('first-shown', { shown: number(problems.length), total: number(total) })}
        </Typography>
      ) : null}
      <ListInParts label={t('problems.list')} items={chosen} atOnce={SHOWN_AT_ONCE}>
        {(problem) => (
          <>
            <Flex gap={2} wrap="wrap">
              <Badge
                {...(problem.severity === 'error' && {
                  backgroundColor: 'danger100',
                  textColor: 'danger700',
                })}
              >
                {t(`severity.${problem.severity}`)}
              </Badge>
              <Typography variant="pi" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                {placeText(problem.place)}
              </Typography>
            </Flex>
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {problem.message}
            </Typography>
          </>
        )}
      </ListInParts>
    </Box>
  );
}
