import { useCallback, useEffect, useState } from 'react';
import { useDispatch } from 'react-redux';
import { Button, Flex, Typography } from '@strapi/design-system';
import { adminApi, useFetchClient, useForm, useQueryParams } from '@strapi/strapi/admin';

import { useDirection, useSavedDocumentId } from 'strapi-plugin-accountability/strapi-admin';
import type { Parent, ParentLink } from './contract';
import { MoveDialog } from './move-dialog';
import { useParentLinkWords } from './words';

interface PanelProps {
  readonly documentId?: string;
  readonly model: string;
  /** The document as the form has loaded it: another object after each save. */
  readonly document?: unknown;
}

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** The edit view's side panel with a document's parents; hidden for a document without any. */
export function ParentPanel({ documentId: shown, model, document }: PanelProps) {
  const documentId = useSavedDocumentId(shown);
  const { t } = useParentLinkWords();
  const { get } = useFetchClient();
  const [links, setLinks] = useState<readonly ParentLink[]>([]);
  const load = useCallback(async () => {
    if (!documentId) return setLinks([]);
    try {
      const { data } = await get<{ data: readonly ParentLink[] }>(`/parent-links/${model}/${documentId}`);
      setLinks(data.data.filter(({ parents }) => parents.length > 0));
    } catch {
      // Hidden from users who may not read this.
      setLinks([]);
    }
  }, [get, model, documentId]);
  useEffect(() => void load(), [load, document]);
  if (!documentId || links.length === 0) return null;
  return {
    title: t('panel'),
    content: (
      <Parents contentType={model} documentId={documentId} links={links} onMoved={() => void load()} />
    ),
  };
}

interface ParentsProps {
  readonly contentType: string;
  readonly documentId: string;
  readonly links: readonly ParentLink[];
  onMoved(): void;
}

function Parents({ contentType, documentId, links, onMoved }: ParentsProps) {
  const { t, fieldName } = useParentLinkWords();
  const direction = useDirection();
  const [{ query }] = useQueryParams<Query>();
  const dispatch = useDispatch();
  // A move reloads the document, which would discard unsaved changes.
  const isEdited = useForm('ParentPanel', ({ modified }) => modified);
  const [chosen, setChosen] = useState<{ link: ParentLink; from: Parent } | null>(null);

  const close = (moved: boolean) => {
    setChosen(null);
    if (!moved) return;
    dispatch(adminApi.util.invalidateTags(['Document', 'Relations'] as never[]));
    onMoved();
  };

  return (
    <Flex dir={direction} direction="column" alignItems="stretch" gap={4} width="100%">
      {isEdited ? <Typography variant="pi">{t('unsaved')}</Typography> : null}
      {links.flatMap((link) =>
        link.parents.map((from) => (
          <Flex key={`${link.relation} ${from.documentId}`} direction="column" alignItems="stretch" gap={2}>
            <Typography variant="pi">{from.title}</Typography>
            {link.mayMove ? (
              <Button
                variant="secondary"
                fullWidth
                disabled={isEdited}
                onClick={() => setChosen({ link, from })}
              >
                {t('move', { label: fieldName(contentType, link.relation) })}
              </Button>
            ) : null}
          </Flex>
        )),
      )}
      {chosen ? (
        <MoveDialog
          contentType={contentType}
          documentId={documentId}
          locale={query.plugins?.i18n?.locale}
          link={chosen.link}
          from={chosen.from}
          onClose={close}
        />
      ) : null}
    </Flex>
  );
}
