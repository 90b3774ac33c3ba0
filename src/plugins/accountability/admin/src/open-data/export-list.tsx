import { useState } from 'react';
import { Button, Modal } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { ExportDialog } from './export-dialog';
import { listSelection, type ListQuery } from './list-selection';
import { useOpenDataWords } from './use-open-data-words';
import { useSelectionType } from './use-selections';
import { useDirection } from '../use-direction';

/** A button of the list view that exports the filtered list, as far as it is public. */
export function ExportList() {
  const { t, field } = useOpenDataWords();
  const direction = useDirection();
  const { slug } = useParams<{ slug: string }>();
  const [{ query }] = useQueryParams<ListQuery>();
  const [isOpen, setOpen] = useState(false);
  const selection = useSelectionType(slug);
  if (!selection) return null;
  const { parameters, omitted } = listSelection(selection.type, query ?? {});
  const nameOf = (attribute: string): string =>
    attribute === '_q' ? t('export.search') : field(slug ?? '', attribute);
  const unavailableReason =
    omitted.length > 0 ? t('export.omitted', { conditions: omitted.map(nameOf).join(', ') }) : null;
  return (
    <>
      <Button variant="tertiary" startIcon={<Download />} onClick={() => setOpen(true)}>
        {t('export.list')}
      </Button>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Content dir={direction}>
          <Modal.Header>
            <Modal.Title>{t('export.list-title')}</Modal.Title>
          </Modal.Header>
          <ExportDialog
            {...selection}
            parameters={parameters}
            chosen={null}
            unavailableReason={unavailableReason}
            onClose={() => setOpen(false)}
          />
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
