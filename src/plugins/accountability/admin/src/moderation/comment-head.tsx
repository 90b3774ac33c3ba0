import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { StatusBadge } from '../workflow/status-badge';
import { stateOf } from './decisions';
import { useQueueWords } from './use-queue-words';
import type { QueueComment, QueueSetup } from '../../../shared/moderation-contract';

interface Props {
  readonly setup: QueueSetup;
  readonly comment: QueueComment;
  readonly isChosen: boolean;
  onChoose(): void;
  /** Filters the queue by the comment's subject. */
  onSubject(): void;
}

/** Author, time, subject and state of a comment. */
export function CommentHead({ setup, comment, isChosen, onChoose, onSubject }: Props) {
  const { t, labelled, moment, field, language, number } = useQueueWords();
  const { authorName, authorEmail, createdAt, openReports, official, subject } = comment;
  return (
    <>
      <Flex gap={3} wrap="wrap">
        <Checkbox
          aria-label={t('choose-one', { name: authorName })}
          checked={isChosen}
          onCheckedChange={onChoose}
          tabIndex={-1}
        />
        <Typography
          fontWeight="bold"
          tag="h2"
          style={{ overflow: 'hidden', overflowWrap: 'anywhere' }}
          dir="auto"
        >
          {(official && comment.agency) || authorName}
        </Typography>
        {official ? <Typography variant="pi">{t('official')}</Typography> : null}
        {authorEmail ? (
          <Typography variant="pi" textColor="neutral600">
            {authorEmail}
          </Typography>
        ) : null}
        <Typography variant="pi" textColor="neutral600">
          {moment(createdAt)}
        </Typography>
        {comment.language ? (
          <Typography variant="pi" textColor="neutral600">
            {language(comment.language, setup.languages)}
          </Typography>
        ) : null}
        <StatusBadge state={stateOf(setup, comment.state)} />
        {openReports > 0 ? (
          <Typography variant="pi" fontWeight="bold" textColor="danger600">
            {t('reports', { count: openReports, number: number(openReports) })}
          </Typography>
        ) : null}
      </Flex>
      <Flex gap={2} wrap="wrap" paddingTop={1}>
        <Typography variant="pi" textColor="neutral600">
          {labelled(field(setup.contentType, setup.subject.relation)).trimEnd()}
        </Typography>
        {subject.title === null || subject.documentId === null ? (
          <Typography variant="pi">{t('subject.gone')}</Typography>
        ) : (
          <>
            <Typography
              variant="pi"
              tag="button"
              type="button"
              textColor="primary600"
              title={t('subject.only')}
              style={{ background: 'none', border: 0, padding: 0, cursor: 'pointer', textAlign: 'start' }}
              onClick={onSubject}
            >
              <bdi>{subject.title}</bdi>
            </Typography>
            {setup.subject.mayRead ? (
              <Typography
                variant="pi"
                tag={Link}
                textColor="primary600"
                to={`/content-manager/collection-types/${setup.subject.contentType}/${subject.documentId}`}
              >
                {t('subject.open')}
              </Typography>
            ) : null}
          </>
        )}
      </Flex>
    </>
  );
}
