import type { ReactNode } from 'react';
import { Button, Modal } from '@strapi/design-system';
import { useDirection } from './use-direction';

interface Props {
  readonly title: string;
  readonly cancel: string;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  onCancel(): void;
  onConfirm(): void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: Props) {
  const { title, cancel, confirm, busy, disabled = false, children, onCancel, onConfirm } = props;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onCancel()}>
      <Modal.Content dir={useDirection()}>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            {cancel}
          </Button>
          <Button variant="danger" disabled={disabled} loading={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
