import { useEffect, useRef } from 'react';
import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
  useForm,
  useQueryParams,
} from '@strapi/strapi/admin';
import { childAttribute, type Schema } from './child-attribute';

interface ActionProps {
  /** Content type and document of the form in the dialog; a new one has no id yet. */
  readonly model: string;
  readonly documentId?: string;
}

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** First order key of a list, in the notation of Strapi's relation fields. */
const FIRST = 'a0';

/**
 * Sets the parent of a document that is created from a relation field, in the dialog's form. Strapi would store the
 * new document first and link it afterwards, so that the rules could not see its parent.
 *
 * The form is filled in at the first change: before it there is nothing to save or to lose. An action that renders
 * nothing.
 */
export function NewChild({ model, documentId }: ActionProps): null {
  const { model: parentType, id: parentId, contentType } = useContentManagerContext();
  const [{ query }] = useQueryParams<Query>();
  const locale = query.plugins?.i18n?.locale;
  const attribute = childAttribute(contentType as Schema | undefined, model);
  const isNew = !documentId && Boolean(attribute && parentId);
  const { document: parent, getTitle } = useDocument(
    {
      collectionType: 'collection-types',
      model: parentType,
      documentId: parentId,
      params: locale ? { locale } : {},
    },
    { skip: !isNew },
  );
  const layoutField = useContentManagerContext().layout.edit.settings.mainField;
  const modified = useForm('NewChild', (form) => form.modified);
  const onChange = useForm('NewChild', (form) => form.onChange);
  const filled = useRef(false);

  useEffect(() => {
    if (!modified || !isNew) {
      filled.current = false;
      return;
    }
    if (filled.current || !attribute || !parent) return;
    filled.current = true;
    const { id, documentId: parentDocument, locale: parentLocale, status } = parent;
    const identity = { id, documentId: parentDocument, locale: parentLocale };
    const title = getTitle(layoutField);
    onChange(attribute, {
      connect: [
        {
          ...identity,
          apiData: { ...identity, isTemporary: true },
          status,
          __temp_key__: FIRST,
          [layoutField]: title,
          label: title,
          href: `../collection-types/${parentType}/${String(parentDocument)}`,
        },
      ],
      disconnect: [],
    });
  }, [modified, isNew, attribute, parent, parentType, layoutField, getTitle, onChange]);
  return null;
}
NewChild.position = ['relation-modal'];
