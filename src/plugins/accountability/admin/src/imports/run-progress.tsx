import { Box, Typography } from '@strapi/design-system';
import type { ImportView } from './contract';
import { useImportWords } from './use-import-words';

/** How far an import is. */
export function RunProgress({ job }: { readonly job: ImportView | null }) {
  const { t, number } = useImportWords();
  const { step = 'check', done = 0, of = null } = job?.progress ?? {};
  const text =
    of === null
      ? t(`progress.${step}`, { count: done, done: number(done) })
      : t('progress.of', { done: number(done), of: number(of) });
  return (
    <Box paddingTop={4}>
      <progress
        style={{ width: '100%' }}
        aria-label={t('progress.label')}
        {...(of !== null && { max: of, value: done })}
      />
      <Typography role="status">{text}</Typography>
    </Box>
  );
}
