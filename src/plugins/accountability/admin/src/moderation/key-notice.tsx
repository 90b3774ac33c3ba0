import { Box, Flex, Typography } from '@strapi/design-system';
import { useQueueWords } from './use-queue-words';

/** Explains why a key did nothing, and that shortcuts are paused: the following keys may be meant as text. */
export function KeyNotice({ text }: { readonly text: string | null }) {
  const { t } = useQueueWords();
  if (text === null) return null;
  return (
    <Box
      role="alert"
      background="warning100"
      hasRadius
      padding={3}
      marginBottom={4}
      style={{ position: 'sticky', top: 0, zIndex: 1 }}
    >
      <Flex direction="column" alignItems="flex-start">
        <Typography fontWeight="bold">{text}</Typography>
        <Typography variant="pi">{t('keys.paused')}</Typography>
      </Flex>
    </Box>
  );
}
