import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { SavedTable } from '../../../../shared/saved-mapping';
import { refusalOf, type Refusal } from '../../workflow/contract';
import type { SavedMappingView } from '../contract';
import type { ImportsApi } from '../use-imports-api';
import { useImportWords } from '../use-import-words';
import { DeleteDialog } from './delete-dialog';

const MAX_NAME_LENGTH = 60;

interface Props {
  readonly api: ImportsApi;
  /** The mapping that is changed; null where a new one is made. */
  readonly saved: SavedMappingView | null;
  readonly tables: readonly SavedTable[];
  readonly disabled: boolean;
  onSaved(name: string | null): void;
}

/** Keeps a match under a name, changes or deletes the one that is kept. */
export function SaveMapping({ api, saved, tables, disabled, onSaved }: Props) {
  const { t, messageText, moment } = useImportWords();
  const { toggleNotification } = useNotification();
  const [name, setName] = useState(saved?.name ?? '');
  const [busy, setBusy] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const keep = async (work: () => Promise<SavedMappingView>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      const kept = await work();
      toggleNotification({ type: 'success', message: t('match.saved', { name: kept.name }) });
      onSaved(kept.name);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const body = { name: name.trim(), tables: [...tables] };
  const isClosed = disabled || busy || body.name === '' || tables.length === 0;
  const isOwnName = saved !== null && saved.name === body.name;

  return (
    <Box paddingTop={4}>
      {saved ? (
        <Typography variant="pi" tag="p" textColor="neutral600" paddingBottom={2}>
          {t('match.by', { owner: saved.owner, who: saved.changedBy, when: moment(saved.changedAt) })}
        </Typography>
      ) : null}
      <Box style={{ maxWidth: '40rem' }}>
        <Field.Root hint={t('match.name.hint')}>
          <Field.Label>{t('match.name')}</Field.Label>
          <TextInput
            type="text"
            value={name}
            maxLength={MAX_NAME_LENGTH}
            disabled={disabled || busy}
            onChange={({ target }: { target: { value: string } }) => setName(target.value)}
          />
          <Field.Hint />
        </Field.Root>
      </Box>
      <Flex gap={2} wrap="wrap" paddingTop={3}>
        {saved ? (
          <Button
            variant="secondary"
            disabled={isClosed}
            onClick={() => void keep(() => api.changeMapping(saved.id, { ...body, version: saved.version }))}
          >
            {t('match.change')}
          </Button>
        ) : null}
        <Button
          variant="secondary"
          disabled={isClosed || isOwnName}
          onClick={() => void keep(() => api.saveMapping(body))}
        >
          {t('match.save')}
        </Button>
        {saved ? (
          <Button variant="danger-light" disabled={disabled || busy} onClick={() => setIsAsked(true)}>
            {t('match.delete')}
          </Button>
        ) : null}
      </Flex>
      {refusal ? (
        <Typography textColor="danger600" tag="p" role="alert">
          {messageText(refusal)}
        </Typography>
      ) : null}
      {saved && isAsked ? (
        <DeleteDialog
          api={api}
          saved={saved}
          onClose={(isDeleted) => {
            setIsAsked(false);
            if (isDeleted) onSaved(null);
          }}
        />
      ) : null}
    </Box>
  );
}
