import { Flex, Typography } from '@strapi/design-system';
import { useQueueWords } from './use-queue-words';
import type { QueueComment } from '../../../shared/moderation-contract';

/** Codes of the screening that have messages; other versions may have stored others. */
const NAMED = new Set([
  'trap-filled',
  'filled-in-too-fast',
  'text-repeated',
  'many-links',
  'link-in-name',
  'listed-words',
]);

/** Spam score of a comment, with the reasons. Nothing for a score of 0. */
export function Screening({ score, reasons }: Pick<QueueComment, 'score' | 'reasons'>) {
  const { t, number } = useQueueWords();
  if (!score) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingTop={2}>
      <Typography variant="pi" fontWeight="bold" textColor={score >= 60 ? 'danger600' : 'warning600'}>
        {t('score', { score: number(score) })}
      </Typography>
      <Typography variant="pi">
        {reasons
          .map(({ code, count, points }) => {
            const words = NAMED.has(code) ? t(`screening.${code}`, { count, number: number(count) }) : code;
            return `${words} (+${number(points)})`;
          })
          .join(' · ')}
      </Typography>
    </Flex>
  );
}
