import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { DownloadState } from './use-download';
import { useOpenDataWords } from './use-open-data-words';

interface Props {
  readonly state: DownloadState;
  /** Name of the download, for screen readers. */
  readonly title: string;
  onCancel(): void;
}

/** State of a download: its progress with a cancel button, or its result. */
export function DownloadStatus({ state, title, onCancel }: Props) {
  const { t, number, size } = useOpenDataWords();
  if (state.kind === 'idle') return null;
  if (state.kind === 'running') {
    const { received, total, rows } = state.progress;
    return (
      <Flex gap={3} width="100%" wrap="wrap">
        <Box style={{ flex: '1 1 12rem' }}>
          <progress
            style={{ width: '100%' }}
            aria-label={t('download.progress', { title })}
            {...(total !== null && { max: total, value: received })}
          />
        </Box>
        <Typography variant="pi">
          {total === null
            ? t('download.received', { size: size(received) })
            : t('download.received-of', { size: size(received), total: size(total) })}
          {rows === null ? '' : ` · ${t('rows', { count: rows, number: number(rows) })}`}
        </Typography>
        <Button variant="tertiary" size="S" onClick={onCancel}>
          {t('download.cancel')}
        </Button>
      </Flex>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Typography variant="pi" textColor="danger600" role="alert">
        {t(`download.${state.reason}`)} {state.detail}
      </Typography>
    );
  }
  const saved =
    state.kind === 'saved'
      ? [
          t('download.saved', { name: state.name, size: size(state.bytes) }),
          ...(state.rows === null ? [] : [t('rows', { count: state.rows, number: number(state.rows) })]),
        ].join(' · ')
      : t('download.cancelled');
  return (
    <Typography variant="pi" textColor="neutral600" role="status">
      {saved}
    </Typography>
  );
}
