import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { ConfirmDialog } from '../confirm-dialog';
import { refusalOf, type Refusal } from '../workflow/contract';
import { documentPlace } from './document-place';
import type { ImportsApi } from './use-imports-api';
import { useImportWords } from './use-import-words';

interface EditedDocument {
  readonly contentType: string;
  readonly documentId: string;
}

/** The documents that prevent an undo. */
const editedOf = (error: unknown): readonly EditedDocument[] =>
  (
    error as {
      response?: { data?: { error?: { details?: { documents?: readonly EditedDocument[] } } } };
    }
  ).response?.data?.error?.details?.documents ?? [];

interface Props {
  readonly api: ImportsApi;
  readonly id: string;
  readonly contentTypes: Readonly<Record<string, string>>;
  onClose(undone: boolean): void;
}

/** Asks before an import is undone; where it cannot be, names the documents that were edited. */
export function UndoDialog({ api, id, contentTypes, onClose }: Props) {
  const { t, messageText } = useImportWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ refusal: Refusal; edited: readonly EditedDocument[] } | null>(
    null,
  );

  const undo = async () => {
    setBusy(true);
    try {
      await api.undo(id);
      toggleNotification({ type: 'success', message: t('undo.done') });
      onClose(true);
    } catch (error) {
      setRefused({ refusal: refusalOf(error), edited: editedOf(error) });
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      title={t('undo.title')}
      cancel={t('cancel')}
      confirm={t('undo.run')}
      busy={busy}
      disabled={refused !== null}
      onCancel={() => onClose(false)}
      onConfirm={() => void undo()}
    >
      <Typography tag="p">{t('undo.hint')}</Typography>
      {refused ? (
        <Box paddingTop={4}>
          <Typography textColor="danger600" tag="p" role="alert">
            {messageText(refused.refusal)}
          </Typography>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {refused.edited.map(({ contentType, documentId }) => (
              <Box tag="li" key={documentId} paddingTop={1}>
                <Typography tag={Link} to={documentPlace(contentType, documentId)} textColor="primary600">
                  {`${contentTypes[contentType] ?? contentType}: ${documentId}`}
                </Typography>
              </Box>
            ))}
          </Box>
        </Box>
      ) : null}
    </ConfirmDialog>
  );
}
