import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useDirection } from '../use-direction';
import { useSavedDocumentId } from '../use-saved-document-id';

interface PanelProps {
  readonly documentId?: string;
  readonly model: string;
}

/** How many follow a document; null where it cannot be followed, and where it is not known. */
function useFollowerCount(contentType: string, documentId: string | undefined): number | null {
  const { get } = useFetchClient();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    setCount(null);
    if (!documentId) return;
    let gone = false;
    get<{ data: { count: number | null } }>(
      `/accountability/documents/${contentType}/${documentId}/followers`,
    ).then(
      ({ data }) => !gone && setCount(data.data.count),
      // A number to know, nothing to work with: without it the panel is not shown.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [get, contentType, documentId]);
  return count;
}

/** The edit view's side panel with how many follow the document by mail; hidden where nobody does. */
export function FollowersPanel({ documentId, model }: PanelProps) {
  const { formatMessage } = useIntl();
  const direction = useDirection();
  const count = useFollowerCount(model, useSavedDocumentId(documentId));
  if (!count) return null;
  const title = formatMessage({ id: `${PLUGIN_ID}.follow.panel.title`, defaultMessage: 'Followed by mail' });
  return {
    title,
    content: (
      <Box tag="section" dir={direction} aria-label={title} width="100%">
        <Typography variant="pi" textColor="neutral800">
          {formatMessage(
            {
              id: `${PLUGIN_ID}.follow.panel.count`,
              defaultMessage: '{count, plural, one {# follower} other {# followers}}',
            },
            { count },
          )}
        </Typography>
      </Box>
    ),
  };
}
