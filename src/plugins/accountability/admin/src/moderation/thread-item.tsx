import { Box, Flex, Typography } from '@strapi/design-system';
import { StatusBadge } from '../workflow/status-badge';
import { stateOf } from './decisions';
import { PlainText } from './plain-text';
import { useQueueWords } from './use-queue-words';
import type { QueueSetup, ThreadComment } from '../../../shared/moderation-contract';

interface Props {
  readonly setup: QueueSetup;
  readonly comment: ThreadComment;
  /** Its subject, where it differs. */
  readonly subject?: string | null;
}

/** A short form of another comment: author, time, state, text. */
export function ThreadItem({ setup, comment, subject }: Props) {
  const { t, moment } = useQueueWords();
  const { authorName, official, createdAt, state, body } = comment;
  return (
    <Box
      tag="li"
      paddingLeft={3}
      paddingBottom={2}
      borderColor="neutral200"
      style={{ borderWidth: 0, borderInlineStartWidth: 2 }}
      marginBottom={2}
    >
      <Flex gap={3} wrap="wrap">
        <Typography variant="pi" fontWeight="bold" style={{ overflow: 'hidden' }}>
          {authorName}
        </Typography>
        {official ? <Typography variant="pi">{t('official')}</Typography> : null}
        <Typography variant="pi" textColor="neutral600">
          {moment(createdAt)}
        </Typography>
        <StatusBadge state={stateOf(setup, state)} />
      </Flex>
      {subject ? (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {subject}
        </Typography>
      ) : null}
      <PlainText text={body} small />
    </Box>
  );
}
