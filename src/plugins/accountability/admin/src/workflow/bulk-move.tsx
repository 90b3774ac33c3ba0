import { BulkDialog, type BulkProps } from './bulk-dialog';
import { useDeclaredWorkflows } from './use-declared';
import { useWords } from './use-words';

/** The list view's bulk action that moves the selected documents one after the other. */
export function BulkMove({ documents, model }: BulkProps) {
  const { t } = useWords();
  const workflows = useDeclaredWorkflows().filter(({ contentType }) => contentType === model);
  if (workflows.length === 0) return null;
  return {
    label: t('bulk.action'),
    variant: 'secondary' as const,
    dialog: {
      type: 'modal' as const,
      title: t('bulk.title', { count: documents.length }),
      content: ({ onClose }: { onClose: () => void }) => (
        <BulkDialog contentType={model} documents={documents} workflows={workflows} onClose={onClose} />
      ),
    },
  };
}
