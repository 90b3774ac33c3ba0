import { useEffect, useRef, useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useDirection } from 'strapi-plugin-accountability/strapi-admin';
import { refusalText, type Parent, type ParentLink } from './contract';
import { ParentChoice } from './parent-choice';
import { useParentLinkWords } from './words';

interface Props {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | undefined;
  readonly link: ParentLink;
  readonly from: Parent;
  /**
   * Called when the dialog closes.
   * @param moved whether the document has another parent now
   */
  onClose(moved: boolean): void;
}

/** Dialog to choose a new parent of a document, which shows both parents, and moves it. */
export function MoveDialog({ contentType, documentId, locale, link, from, onClose }: Props) {
  const { t, fieldName, locale: language } = useParentLinkWords();
  const direction = useDirection();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [to, setTo] = useState<Parent | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const label = fieldName(contentType, link.relation);
  const confirm = useRef<HTMLButtonElement>(null);
  // After a choice, Enter confirms.
  useEffect(() => {
    if (!to) return;
    const timer = setTimeout(() => confirm.current?.focus());
    return () => clearTimeout(timer);
  }, [to]);

  const submit = async () => {
    if (!to) return;
    setBusy(true);
    try {
      const { relation } = link;
      await post('/parent-links/moves', {
        contentType,
        documentId,
        relation,
        from: from.documentId,
        to: to.documentId,
      });
      toggleNotification({ type: 'success', message: t('moved', { to: to.title }) });
      onClose(true);
    } catch (error) {
      setRefusal(refusalText(error, language));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose(false)}>
      <Modal.Content dir={direction}>
        <Modal.Header>
          <Modal.Title>{t('title', { label })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex dir={direction} direction="column" alignItems="stretch" gap={4}>
            {refusal ? (
              <div role="alert">
                <Typography textColor="danger600">{refusal}</Typography>
              </div>
            ) : null}
            <Typography>{t('present', { parent: from.title })}</Typography>
            <ParentChoice
              label={t('move', { label })}
              contentType={contentType}
              documentId={documentId}
              locale={locale}
              link={link}
              value={to}
              onChange={(parent) => {
                setTo(parent);
                setRefusal(null);
              }}
            />
            {to ? (
              <Typography fontWeight="semiBold">
                {t('confirm', { from: from.title, to: to.title })}
              </Typography>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose(false)}>
            {t('cancel')}
          </Button>
          <Button ref={confirm} loading={busy} disabled={!to} onClick={() => void submit()}>
            {t('submit')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
