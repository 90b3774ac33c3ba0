import { useState } from 'react';
import type { BulkProps } from '../workflow/bulk-dialog';
import { ExportDialog } from './export-dialog';
import type { SelectionType } from './contract';
import { documentsSelection } from './list-selection';
import { useOpenDataWords } from './use-open-data-words';
import { useSelectionType } from './use-selections';

interface DialogProps {
  readonly path: string;
  readonly type: SelectionType;
  readonly documents: BulkProps['documents'];
  onClose(): void;
}

function SelectionDialog({ path, type, documents, onClose }: DialogProps) {
  const { t, number } = useOpenDataWords();
  // The list view passes a new array with each render.
  const [ids] = useState(() => [...new Set(documents.map(({ documentId }) => documentId))]);
  const unavailableReason =
    ids.length > type.maxDocuments
      ? t('export.too-many', { chosen: number(ids.length), limit: number(type.maxDocuments) })
      : null;
  return (
    <ExportDialog
      path={path}
      type={type}
      parameters={documentsSelection(type, ids)}
      chosen={ids.length}
      unavailableReason={unavailableReason}
      onClose={onClose}
    />
  );
}

/** The list view's bulk action that exports the selected documents, as far as they are public. */
export function ExportSelection({ documents, model }: BulkProps) {
  const { t } = useOpenDataWords();
  const selection = useSelectionType(model);
  if (!selection) return null;
  return {
    label: t('export.selection'),
    variant: 'secondary' as const,
    dialog: {
      type: 'modal' as const,
      title: t('export.selection'),
      content: ({ onClose }: { onClose: () => void }) => (
        <SelectionDialog {...selection} documents={documents} onClose={onClose} />
      ),
    },
  };
}
