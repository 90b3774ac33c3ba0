import type { ReactNode } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { StatusBadge } from '../workflow/status-badge';
import { useWords } from '../workflow/use-words';
import { stateOf } from './decisions';
import { ThreadItem } from './thread-item';
import { useCommentContext } from './use-context';
import { useQueueWords } from './use-queue-words';
import type { CommentContext, QueueComment, QueueSetup } from '../../../shared/moderation-contract';

interface Props {
  readonly setup: QueueSetup;
  readonly comment: QueueComment;
  onSettle(): void;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box tag="section" aria-label={title} paddingTop={4}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      <Box paddingTop={2}>{children}</Box>
    </Box>
  );
}

/** Context of the current comment: reports, thread, other comments of its author, its history. */
export function CommentContext({ setup, comment, onSettle }: Props) {
  const { t, messageText } = useQueueWords();
  const { context, problem } = useCommentContext(comment);
  if (problem) {
    return (
      <Typography textColor="danger600" role="alert">
        {messageText(problem)}
      </Typography>
    );
  }
  if (!context) return <Typography variant="pi">{t('loading')}</Typography>;
  const { replies, author, history } = context;
  return (
    <>
      <Reports reports={context.reports} openReports={comment.openReports} onSettle={onSettle} />
      {replies.length > 0 ? (
        <Part title={t('thread')}>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {replies.map((reply) => (
              <ThreadItem key={reply.documentId} setup={setup} comment={reply} />
            ))}
          </Box>
        </Part>
      ) : null}
      {comment.authorEmail ? (
        <Part title={t('author')}>
          <AuthorStates setup={setup} states={author.states} />
          <Box tag="ul" style={{ listStyle: 'none' }} paddingTop={2}>
            {author.comments.map((other) => (
              <ThreadItem key={other.documentId} setup={setup} comment={other} subject={other.subjectTitle} />
            ))}
          </Box>
        </Part>
      ) : null}
      {history.length > 0 ? (
        <Part title={t('history')}>
          <History setup={setup} entries={history} />
        </Part>
      ) : null}
    </>
  );
}

function AuthorStates({
  setup,
  states,
}: {
  readonly setup: QueueSetup;
  readonly states: Readonly<Record<string, number>>;
}) {
  const { t, label, number } = useQueueWords();
  const known = Object.entries(states);
  if (known.length === 0) return <Typography variant="pi">{t('author.first')}</Typography>;
  return (
    <Typography variant="pi">
      {known
        .map(([code, count]) =>
          t('tab', { name: label(stateOf(setup, code).labels, code), count: number(count) }),
        )
        .join(' · ')}
    </Typography>
  );
}

interface ReportsProps {
  readonly reports: CommentContext['reports'];
  readonly openReports: number;
  onSettle(): void;
}

function Reports({ reports, openReports, onSettle }: ReportsProps) {
  const { t, label, moment, number } = useQueueWords();
  if (reports.length === 0) return null;
  return (
    <Part title={t('reports', { count: openReports, number: number(openReports) })}>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {reports.map(({ reason, labels, details, at, settledAt }) => (
          <Typography key={`${at} ${reason}`} tag="li" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {[label(labels, reason), details, moment(at), settledAt ? t('reports.settled') : null]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        ))}
      </Box>
      {openReports > 0 ? (
        <Box paddingTop={2}>
          <Button variant="secondary" size="S" onClick={onSettle}>
            {t('reports.settle')}
          </Button>
        </Box>
      ) : null}
    </Part>
  );
}

function History({
  setup,
  entries,
}: {
  readonly setup: QueueSetup;
  readonly entries: CommentContext['history'];
}) {
  const { label, moment } = useQueueWords();
  const { t } = useWords();
  return (
    <Box tag="ul" style={{ listStyle: 'none' }}>
      {entries.map(({ sequence, transition, labels, to, at, reason, actor }) => (
        <Box tag="li" key={sequence} paddingBottom={2}>
          <Flex gap={2} wrap="wrap">
            <StatusBadge state={stateOf(setup, to)} />
            <Typography variant="pi" textColor="neutral600">
              {[
                label(labels) || t(`history.${transition}`),
                moment(at),
                actor.name ?? actor.label ?? t(`actor.${actor.kind}`),
              ].join(' · ')}
            </Typography>
          </Flex>
          {reason ? (
            <Typography variant="pi" tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
              {reason}
            </Typography>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}
