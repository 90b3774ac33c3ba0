import { useEffect, useRef } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { AnswerForm } from './answer-form';
import { CommentHead } from './comment-head';
import { CommentContext } from './comment-context';
import { movesFrom } from './decisions';
import { PlainText } from './plain-text';
import { Screening } from './screening';
import { ThreadItem } from './thread-item';
import { useQueueWords } from './use-queue-words';
import type { QueueComment, QueueMove, QueueSetup } from '../../../shared/moderation-contract';

const Card = styled.li<{ $isCurrent: boolean }>`
  list-style: none;
  margin-bottom: 1.2rem;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme, $isCurrent }) => theme.colors[$isCurrent ? 'primary600' : 'neutral150']};
  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

export interface CommentHandlers {
  onReach(): void;
  onChoose(): void;
  onMove(move: QueueMove): void;
  onAnswer(): void;
  onAnswered(published: boolean): void;
  onSettle(): void;
  onErase(): void;
  onSubject(): void;
}

interface Props extends CommentHandlers {
  readonly setup: QueueSetup;
  readonly comment: QueueComment;
  readonly isCurrent: boolean;
  /** A new object whenever this item should get the focus; null otherwise. */
  readonly wanted: object | null;
  readonly isChosen: boolean;
  readonly isAnswering: boolean;
}

/** A comment with its actions; the current one shows its context. */
export function CommentItem({ setup, comment, isCurrent, wanted, isChosen, isAnswering, ...on }: Props) {
  const { t, label } = useQueueWords();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!wanted) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const keyOf = (key: string | null) => (key ? { 'aria-keyshortcuts': key } : {});
  return (
    <Card
      ref={card}
      $isCurrent={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={t('comment-of', { name: comment.authorName })}
      onFocus={on.onReach}
    >
      <CommentHead
        setup={setup}
        comment={comment}
        isChosen={isChosen}
        onChoose={on.onChoose}
        onSubject={on.onSubject}
      />
      {comment.parent ? (
        <Box paddingTop={3}>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('answers')}
          </Typography>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            <ThreadItem setup={setup} comment={comment.parent} />
          </Box>
        </Box>
      ) : null}
      <Box paddingTop={3}>
        <PlainText text={comment.body} />
      </Box>
      <Screening score={comment.score} reasons={comment.reasons} />
      <Flex gap={2} wrap="wrap" paddingTop={4}>
        {movesFrom(setup, comment.state).map((move) => (
          <Button
            key={move.transition}
            variant={move.to === setup.approved ? 'success-light' : 'tertiary'}
            size="S"
            {...keyOf(move.key)}
            onClick={() => on.onMove(move)}
          >
            {label(move.labels, move.transition)}
          </Button>
        ))}
        {setup.may.answer && comment.state === setup.approved ? (
          <Button variant="secondary" size="S" {...keyOf('e')} onClick={on.onAnswer}>
            {t('answer')}
          </Button>
        ) : null}
        {setup.may.eraseAuthor && comment.authorEmail ? (
          <Button variant="danger-light" size="S" onClick={on.onErase}>
            {t('erase')}
          </Button>
        ) : null}
      </Flex>
      {isAnswering ? <AnswerForm setup={setup} comment={comment} onClose={on.onAnswered} /> : null}
      {isCurrent ? <CommentContext setup={setup} comment={comment} onSettle={on.onSettle} /> : null}
    </Card>
  );
}
