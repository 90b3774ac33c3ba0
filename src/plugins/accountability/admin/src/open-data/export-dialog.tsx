import { useState } from 'react';
import { Button, Field, Flex, Modal, SingleSelectOption, Typography } from '@strapi/design-system';
import type { SelectionType } from './contract';
import { DownloadStatus } from './download-status';
import { exportFile, type Parameters } from './list-selection';
import { serverAddress } from './server-address';
import { useDownload } from './use-download';
import { useOpenDataWords } from './use-open-data-words';
import { useRowCount } from './use-row-count';
import { useDirection } from '../use-direction';
import { Select } from '../select';

const FORMATS = ['csv', 'xlsx', 'json'] as const;

interface Props {
  readonly path: string;
  readonly type: SelectionType;
  readonly parameters: Parameters;
  /** Number of selected documents; null where the list's filters select. */
  readonly chosen: number | null;
  /** Why these documents cannot be exported as one file. */
  readonly unavailableReason: string | null;
  onClose(): void;
}

/** Shows how many of the documents are public, and downloads these in a chosen format. */
export function ExportDialog({ path, type, parameters, chosen, unavailableReason, onClose }: Props) {
  const { t, label, number } = useOpenDataWords();
  const direction = useDirection();
  const [format, setFormat] = useState<string>(FORMATS[0]);
  const { state, start, cancel } = useDownload();
  const address = (extension: string) => serverAddress(path, exportFile(type.dataset, extension, parameters));
  const count = useRowCount(unavailableReason ? null : address(FORMATS[0]));
  const leftOut = chosen !== null && typeof count === 'number' ? chosen - count : 0;
  const title = label(type.labels, type.dataset);
  return (
    <>
      <Modal.Body>
        <Flex dir={direction} direction="column" alignItems="stretch" gap={4}>
          {unavailableReason ? (
            <Typography role="alert" textColor="danger600">
              {unavailableReason}
            </Typography>
          ) : (
            <Typography role="status">
              {count === null ? t('export.counting') : null}
              {count === 'failed' ? t('export.not-counted') : null}
              {typeof count === 'number'
                ? t('export.documents', { count, number: number(count) })
                : null}{' '}
              {leftOut > 0 ? t('export.left-out', { count: leftOut, number: number(leftOut) }) : null}
            </Typography>
          )}
          <Field.Root>
            <Field.Label>{t('export.format')}</Field.Label>
            <Select value={format} onChange={(next) => setFormat(String(next))}>
              {FORMATS.map((extension) => (
                <SingleSelectOption key={extension} value={extension}>
                  {extension.toUpperCase()}
                </SingleSelectOption>
              ))}
            </Select>
          </Field.Root>
          <DownloadStatus state={state} title={title} onCancel={cancel} />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t('export.close')}
        </Button>
        <Button
          disabled={unavailableReason !== null || count === null || count === 0 || state.kind === 'running'}
          onClick={() => void start(address(format))}
        >
          {t('download')}
        </Button>
      </Modal.Footer>
    </>
  );
}
