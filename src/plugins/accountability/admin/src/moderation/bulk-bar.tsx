import { useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { BulkDialog } from '../workflow/bulk-dialog';
import { useDeclaredWorkflows } from '../workflow/use-declared';
import { useWords } from '../workflow/use-words';
import { asDocument, movesOfMany } from './decisions';
import { useQueueWords } from './use-queue-words';
import type { QueueComment, QueueSetup } from '../../../shared/moderation-contract';
import { useDirection } from '../use-direction';

const EXCERPT = 80;

interface BarProps {
  readonly setup: QueueSetup;
  readonly chosen: readonly QueueComment[];
  readonly total: number;
  onMove(transition: string): void;
  onChooseAll(): void;
  onChooseNone(): void;
}

/** Bulk actions for the selected comments. */
export function BulkBar({ setup, chosen, total, onMove, onChooseAll, onChooseNone }: BarProps) {
  const { t, label, number } = useQueueWords();
  if (total === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={4}>
      <Button variant="tertiary" size="S" onClick={chosen.length === total ? onChooseNone : onChooseAll}>
        {t(chosen.length === total ? 'choose-none' : 'choose-all')}
      </Button>
      {chosen.length > 0 ? (
        <Typography variant="pi" role="status">
          {t('chosen', { count: chosen.length, number: number(chosen.length) })}
        </Typography>
      ) : null}
      {movesOfMany(setup, chosen).map(({ transition, labels, from }) => (
        <Button key={transition} variant="secondary" size="S" onClick={() => onMove(transition)}>
          {t('bulk', {
            move: label(labels, transition),
            number: number(chosen.filter(({ state }) => from.includes(state)).length),
          })}
        </Button>
      ))}
    </Flex>
  );
}

interface DialogProps {
  readonly setup: QueueSetup;
  readonly comments: readonly QueueComment[];
  readonly transition: string;
  onClose(): void;
}

/** Makes a move with each of some comments; shows progress and results. */
export function BulkComments({ setup, comments, transition, onClose }: DialogProps) {
  const direction = useDirection();
  const { t, labelled } = useWords();
  const workflows = useDeclaredWorkflows().filter(
    ({ contentType, workflow }) => contentType === setup.contentType && workflow === setup.workflow,
  );
  // State at the time the dialog was opened.
  const [known] = useState(
    () => new Map(comments.map((comment) => [comment.documentId, [asDocument(setup, comment)]] as const)),
  );
  const [documents] = useState(() =>
    comments.map(({ documentId, authorName, body }) => ({
      documentId,
      title: labelled(authorName, [...body].slice(0, EXCERPT).join('')),
    })),
  );
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content dir={direction}>
        <Modal.Header>
          <Modal.Title>{t('bulk.title', { count: documents.length })}</Modal.Title>
        </Modal.Header>
        <BulkDialog
          contentType={setup.contentType}
          documents={documents}
          workflows={workflows}
          known={known}
          initial={{ workflow: setup.workflow, transition }}
          onClose={onClose}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
