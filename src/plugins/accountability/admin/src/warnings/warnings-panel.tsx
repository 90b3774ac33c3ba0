import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import { useSavedDocumentId } from '../use-saved-document-id';
import { useWords } from '../workflow/use-words';
import { useWarnings } from './use-warnings';
import { useDirection } from '../use-direction';

interface PanelProps {
  readonly document?: unknown;
  readonly documentId?: string;
  readonly model: string;
}

/** The edit view's side panel with warnings; hidden without any. */
export function WarningsPanel({ document, documentId, model }: PanelProps) {
  const { formatMessage } = useIntl();
  const { label, messageText, field } = useWords();
  const direction = useDirection();
  const { warnings, problem } = useWarnings(model, useSavedDocumentId(documentId), document);
  if (warnings.length === 0 && !problem) return null;
  const title = formatMessage({ id: `${PLUGIN_ID}.warnings.panel.title`, defaultMessage: 'Worth a look' });
  return {
    title,
    content: (
      <Box tag="section" dir={direction} aria-label={title} width="100%">
        {problem ? <Typography textColor="danger600">{messageText(problem)}</Typography> : null}
        <Box tag="ul" style={{ listStyle: 'none' }}>
          {warnings.map(({ code, path, messages }, index) => (
            <Flex tag="li" key={`${code} ${index}`} gap={2} alignItems="flex-start" paddingBottom={3}>
              <Box style={{ flex: 'none' }} aria-hidden>
                <WarningCircle fill="warning600" />
              </Box>
              <Flex direction="column" alignItems="flex-start">
                {path[0] ? (
                  <Typography variant="pi" fontWeight="semiBold" textColor="neutral800">
                    {field(model, path[0])}
                  </Typography>
                ) : null}
                <Typography variant="pi" textColor="neutral800">
                  {label(messages)}
                </Typography>
              </Flex>
            </Flex>
          ))}
        </Box>
      </Box>
    ),
  };
}
