import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { refusalOf, type DocumentWorkflow, type Move, type Refusal } from './contract';
import { isSendKey } from '../send-key';
import { inputOf, MoveForm } from './move-form';
import { Arrow } from './arrow';
import { StatusBadge } from './status-badge';
import { useWords } from './use-words';
import { useDirection } from '../use-direction';

interface Props {
  readonly contentType: string;
  readonly documentId: string;
  readonly workflow: Pick<DocumentWorkflow, 'workflow' | 'state' | 'version'>;
  readonly move: Move;
  /** Called on close; `changed` when the state has changed, by whomever. */
  onClose(changed: boolean): void;
}

/** Dialog with the fields of a move, which makes it. After a conflict it shows the present state. */
export function MoveDialog({ contentType, documentId, workflow, move, onClose }: Props) {
  const { t, label, messageText } = useWords();
  const direction = useDirection();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [input, setInput] = useState(() => inputOf(move));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const isStale = refusal?.status === 409;

  const submit = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await post('/accountability/transitions', {
        contentType,
        documentId,
        workflow: workflow.workflow,
        transition: move.transition,
        version: workflow.version,
        ...(move.reason && { reason: input.reason }),
        ...(move.fields.length > 0 && { fields: input.fields }),
      });
      toggleNotification({ type: 'success', message: t('moved', { state: label(move.to.labels) }) });
      onClose(true);
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  const atNoField = (refusal?.failures ?? []).filter(({ path }) => path.length === 0);
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose(isStale)}>
      <Modal.Content dir={direction}>
        <Modal.Header>
          <Modal.Title>{label(move.labels, move.transition)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex
            dir={direction}
            direction="column"
            alignItems="stretch"
            gap={4}
            onKeyDown={(event: React.KeyboardEvent) => {
              if (!isSendKey(event) || isStale || busy) return;
              event.preventDefault();
              void submit();
            }}
          >
            {isStale ? null : (
              <Flex gap={2}>
                <StatusBadge state={workflow.state} /> <Arrow />
                <StatusBadge state={move.to} />
              </Flex>
            )}
            {refusal ? (
              <div role="alert">
                <Typography textColor="danger600" tag="p">
                  {messageText(refusal)}
                </Typography>
                {atNoField.map((failure) => (
                  <Typography key={messageText(failure)} textColor="danger600" tag="p">
                    {messageText(failure)}
                  </Typography>
                ))}
              </div>
            ) : null}
            {isStale ? null : (
              <MoveForm
                contentType={contentType}
                move={move}
                input={input}
                failures={refusal?.failures ?? []}
                onChange={setInput}
              />
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose(isStale)}>
            {t(isStale ? 'reload' : 'cancel')}
          </Button>
          {isStale ? null : (
            <Button
              // Without fields, Enter confirms.
              autoFocus={!move.reason && move.fields.length === 0}
              loading={busy}
              onClick={() => void submit()}
            >
              {label(move.labels, move.transition)}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
