import { useState } from 'react';
import { Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { ConfirmDialog } from '../confirm-dialog';
import { refusalOf, type Refusal } from '../workflow/contract';
import { useQueueWords } from './use-queue-words';
import { ERASE_MODES, type EraseMode, type QueueComment } from '../../../shared/moderation-contract';
import { useDirection } from '../use-direction';

interface Props {
  readonly comment: QueueComment;
  /** Called on close; `erased` when the author was erased. */
  onClose(erased: boolean): void;
}

/** Dialog that asks for the mode and erases an author. */
export function EraseDialog({ comment, onClose }: Props) {
  const { t, messageText, number } = useQueueWords();
  const direction = useDirection();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [mode, setMode] = useState<EraseMode | ''>('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const erase = async () => {
    setBusy(true);
    try {
      const address = `/accountability/moderation/comments/${comment.documentId}/erased-author`;
      const { data } = await post<{ data: { comments: number; reports: number } }>(address, { mode });
      const count = data.data.comments;
      toggleNotification({ type: 'success', message: t('erase.done', { count, number: number(count) }) });
      onClose(true);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      title={t('erase.title')}
      cancel={t('cancel')}
      confirm={t('erase.run')}
      busy={busy}
      disabled={mode === ''}
      onCancel={() => onClose(false)}
      onConfirm={() => void erase()}
    >
      <Flex dir={direction} direction="column" alignItems="stretch" gap={4}>
        <Typography>{t('erase.hint', { email: comment.authorEmail ?? '' })}</Typography>
        {refusal ? (
          <Typography textColor="danger600" role="alert">
            {messageText(refusal)}
          </Typography>
        ) : null}
        <Field.Root>
          <Radio.Group
            dir={direction}
            aria-label={t('erase.title')}
            value={mode}
            onValueChange={(next: string) => setMode(next as EraseMode)}
          >
            {ERASE_MODES.map((choice) => (
              <Radio.Item key={choice} value={choice}>
                {t(`erase.${choice}`)}
              </Radio.Item>
            ))}
          </Radio.Group>
        </Field.Root>
      </Flex>
    </ConfirmDialog>
  );
}
