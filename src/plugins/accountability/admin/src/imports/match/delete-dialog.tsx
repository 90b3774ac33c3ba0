import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { ConfirmDialog } from '../../confirm-dialog';
import { refusalOf, type Refusal } from '../../workflow/contract';
import type { SavedMappingView } from '../contract';
import type { ImportsApi } from '../use-imports-api';
import { useImportWords } from '../use-import-words';

interface Props {
  readonly api: ImportsApi;
  readonly saved: SavedMappingView;
  onClose(isDeleted: boolean): void;
}

/** Asks before a saved mapping is deleted. */
export function DeleteDialog({ api, saved, onClose }: Props) {
  const { t, messageText } = useImportWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, name } = saved;

  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.removeMapping(id);
      toggleNotification({ type: 'success', message: t('match.deleted', { name }) });
      onClose(true);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      title={t('match.delete.title', { name })}
      cancel={t('cancel')}
      confirm={t('match.delete')}
      busy={busy}
      onCancel={() => onClose(false)}
      onConfirm={() => void remove()}
    >
      <Typography tag="p">{t('match.delete.hint')}</Typography>
      {refusal ? (
        <Typography textColor="danger600" tag="p" role="alert">
          {messageText(refusal)}
        </Typography>
      ) : null}
    </ConfirmDialog>
  );
}
