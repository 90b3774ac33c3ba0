import { useState } from 'react';
import { Box, Button, Flex, SingleSelectOption, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Address } from './address';
import type { DatasetView } from './contract';
import { DownloadStatus } from './download-status';
import { serverAddress } from './server-address';
import { useDownload } from './use-download';
import { useOpenDataWords } from './use-open-data-words';
import { Select } from '../select';

interface Props {
  readonly dataset: DatasetView;
  readonly path: string;
}

/** A dataset: description, size, last change, and its file in a chosen format to link to or download. */
export function DatasetCard({ dataset, path }: Props) {
  const { t, label, moment, number } = useOpenDataWords();
  const { name, links, rows, modified } = dataset;
  const title = label(dataset.labels, name);
  const [format, setFormat] = useState(links[0]?.format ?? '');
  const { state, start, cancel } = useDownload();
  const href = links.find((link) => link.format === format)?.href ?? '';
  return (
    <Box
      tag="li"
      paddingTop={4}
      paddingBottom={4}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0 0"
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
          <Typography variant="omega" fontWeight="bold" tag="h3">
            {title}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {label(dataset.description)}
          </Typography>
          <Typography variant="pi" tag="p">
            {t('rows', { count: rows, number: number(rows) })}
            {modified ? ` · ${t('modified', { moment: moment(modified) })}` : ''}
          </Typography>
        </Box>
        <Flex gap={2} alignItems="center">
          <Box style={{ width: '13rem' }}>
            <Select
              size="S"
              aria-label={t('format-of', { title })}
              value={format}
              onChange={(next) => setFormat(String(next))}
            >
              {links.map((link) => (
                <SingleSelectOption key={link.format} value={link.format}>
                  {link.format.toUpperCase()}
                </SingleSelectOption>
              ))}
            </Select>
          </Box>
          <Button
            variant="secondary"
            startIcon={<Download />}
            aria-label={t('download-of', { title })}
            disabled={state.kind === 'running'}
            onClick={() => void start(serverAddress(path, `${name}.${format}`))}
          >
            {t('download')}
          </Button>
        </Flex>
      </Flex>
      <Address text={href} label={t('copy-of', { title })} />
      <DownloadStatus state={state} title={title} onCancel={cancel} />
    </Box>
  );
}
