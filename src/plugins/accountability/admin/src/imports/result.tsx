import { Box, Typography } from '@strapi/design-system';
import type { ImportView } from './contract';
import { CountsTable } from './counts-table';
import { Preview } from './preview';
import { ProblemList } from './problem-list';
import { useImportWords } from './use-import-words';

interface Props {
  readonly job: ImportView;
  readonly contentTypes: Readonly<Record<string, string>>;
}

/** What an import, or the check before it, came to. */
export function Result({ job, contentTypes }: Props) {
  const { t, number } = useImportWords();
  const { status, failure, result } = job;
  if (failure || !result) {
    return (
      <Typography textColor="danger600" tag="p" role="alert">
        {failure?.message ?? t('status.failed')}
      </Typography>
    );
  }
  const { errors, warnings, problems, preview, counts } = result;
  const touched = Object.values(counts).reduce(
    (sum, { created, changed, refused }) => sum + created + changed + refused,
    0,
  );
  return (
    <Box paddingTop={4}>
      <Typography
        tag="p"
        role="status"
        fontWeight="semiBold"
        textColor={errors > 0 && !result.applied ? 'danger600' : 'success600'}
      >
        {t(`outcome.${status === 'done' && !result.applied ? 'nothing' : status}`)}{' '}
        {t('outcome.problems', {
          errors,
          warnings,
          errorsShown: number(errors),
          warningsShown: number(warnings),
        })}
      </Typography>
      <Box paddingTop={3}>
        <CountsTable counts={counts} contentTypes={contentTypes} />
      </Box>
      {problems.length > 0 ? <ProblemList problems={problems} total={errors + warnings} /> : null}
      {preview.length > 0 ? (
        <Preview documents={preview} total={touched} contentTypes={contentTypes} />
      ) : null}
    </Box>
  );
}
