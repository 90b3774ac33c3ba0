import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { refusalOf, type Refusal } from '../workflow/contract';
import type { ImportView } from './contract';
import { UndoDialog } from './undo-dialog';
import type { ImportsApi } from './use-imports-api';
import { useImportWords } from './use-import-words';

interface Props {
  readonly api: ImportsApi;
  readonly job: Pick<ImportView, 'id' | 'status'>;
  /** Names the import to screen readers. */
  readonly title: string;
  readonly contentTypes: Readonly<Record<string, string>>;
  /** Whether it wrote something that can be undone, and the user may. */
  readonly isUndoable: boolean;
  onUndone(): void;
}

/** The report of an import, and its undo. */
export function ImportActions({ api, job, title, contentTypes, isUndoable, onUndone }: Props) {
  const { t, messageText } = useImportWords();
  const [isAsked, setIsAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const saveReport = async () => {
    try {
      await api.saveReport(job.id);
      setRefusal(null);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="secondary"
        startIcon={<Download />}
        aria-label={t('report.of', { title })}
        onClick={() => void saveReport()}
      >
        {t('report')}
      </Button>
      {isUndoable ? (
        <Button variant="danger-light" aria-label={t('undo.of', { title })} onClick={() => setIsAsked(true)}>
          {t('undo')}
        </Button>
      ) : null}
      {refusal ? (
        <Typography textColor="danger600" role="alert">
          {messageText(refusal)}
        </Typography>
      ) : null}
      {isAsked ? (
        <UndoDialog
          api={api}
          id={job.id}
          contentTypes={contentTypes}
          onClose={(undone) => {
            setIsAsked(false);
            if (undone) onUndone();
          }}
        />
      ) : null}
    </Flex>
  );
}
