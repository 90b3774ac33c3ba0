import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { BulkBar } from './bulk-bar';
import { CommentItem } from './comment-item';
import { moveByKey, movesOfMany, stateOf } from './decisions';
import { FilterBar } from './filter-bar';
import { changed, filtersIn, parametersOf, type Filters } from './filters';
import { KeyList } from './key-list';
import { KeyNotice } from './key-notice';
import { QueueDialogs, type Bulk } from './queue-dialogs';
import { StateTabs } from './state-tabs';
import { useCounts } from './use-counts';
import { useNarrowedCounts } from './use-narrowed-counts';
import { useDecisions } from './use-decisions';
import { useKeys } from './use-keys';
import { usePlace } from './use-place';
import { useQueue } from './use-queue';
import { useQueueWords } from './use-queue-words';
import type { Command } from './keys';
import type { QueueComment, QueueSetup } from '../../../shared/moderation-contract';

/** The queue: states with counts, filters, comments, and keyboard shortcuts. */
export function Queue({ setup }: { readonly setup: QueueSetup }) {
  const { t, label, messageText } = useQueueWords();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [address, setAddress] = useSearchParams();
  const filters = filtersIn(address);
  const { counts: all, refresh: refreshAll } = useCounts();
  const { counts, refresh: refreshNarrowed } = useNarrowedCounts(filters, all);
  const refresh = () => {
    refreshNarrowed();
    return refreshAll();
  };
  const queue = useQueue(parametersOf(filters, setup.initial));
  const { comments } = queue;
  const place = usePlace(comments);
  const [answering, setAnswering] = useState<string | null>(null);
  const [erasing, setErasing] = useState<QueueComment | null>(null);
  const [bulk, setBulk] = useState<Bulk | null>(null);
  /** Why the last key did nothing. */
  const [notice, setNotice] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(true);
  const decisions = useDecisions(setup, queue, (comment, state) => {
    void refresh();
    const shown = filters.state ?? setup.initial;
    // After an undo the comment is the current one again.
    if (state === shown) place.goTo(comment.documentId);
    else place.goOn(comment, shown);
  });

  const reload = () => {
    queue.reload();
    void refresh();
  };
  const narrow = (changes: Filters) => {
    setAddress(changed(filters, changes));
    place.chooseNone();
    setAnswering(null);
    setNotice(null);
  };
  const moveMany = (transition: string) => setBulk({ comments: place.chosen, transition });
  const notifyUnchanged = (name: string) => {
    const { current, chosen } = place;
    if (chosen.length > 0) setNotice(t('keys.none-of-chosen', { name }));
    else if (current)
      setNotice(t('keys.nothing', { name, state: label(stateOf(setup, current.state).labels) }));
  };
  const answer = (comment: QueueComment | null) => {
    if (!comment) return;
    if (!setup.may.answer || comment.state !== setup.approved) return notifyUnchanged(t('answer'));
    setAnswering(comment.documentId);
  };
  const back = () => place.goTo(place.current?.documentId);
  const settle = async ({ documentId }: QueueComment) => {
    try {
      await post(`/accountability/moderation/comments/${documentId}/settled-reports`, {});
      queue.change(documentId, { openReports: 0 });
      toggleNotification({ type: 'success', message: t('reports.done') });
      void refresh();
    } catch (error) {
      await decisions.failed(documentId, error);
    }
  };

  const moveByLetter = (letter: string) => {
    const { current, chosen } = place;
    const names = setup.moves.filter(({ key }) => key === letter).map(({ labels }) => label(labels));
    if (chosen.length > 0) {
      const move = movesOfMany(setup, chosen).find(({ key }) => key === letter);
      return move ? moveMany(move.transition) : notifyUnchanged(names.join(' / '));
    }
    const found = moveByKey(setup, letter, current, decisions.last);
    if (found) void decisions.decide(found.comment, found.move);
    else notifyUnchanged(names.join(' / '));
  };
  const run = (command: Command) => {
    const { current } = place;
    if (command.kind === 'move') return moveByLetter(command.key);
    if (command.kind === 'next') return place.step(1);
    if (command.kind === 'previous') return place.step(-1);
    if (command.kind === 'help') return setShowsKeys(!showsKeys);
    if (command.kind === 'choose') return current && place.choose(current.documentId);
    answer(current);
  };
  const letters = setup.moves.flatMap(({ key }) => key ?? []);
  const { asking } = decisions;
  useKeys(letters, !asking && !erasing && !bulk, run, {
    isPaused: notice !== null,
    resume: () => setNotice(null),
  });

  return (
    <>
      <StateTabs setup={setup} counts={counts} filters={filters} onChange={narrow} />
      <FilterBar
        setup={setup}
        filters={filters}
        subjectTitle={
          comments.find(({ subject }) => subject.documentId === filters.subject)?.subject.title ?? null
        }
        onChange={narrow}
      />
      <KeyList setup={setup} isOpen={showsKeys} onToggle={setShowsKeys} />
      <KeyNotice text={notice} />
      <BulkBar
        setup={setup}
        chosen={place.chosen}
        total={comments.length}
        onMove={moveMany}
        onChooseAll={place.chooseAll}
        onChooseNone={place.chooseNone}
      />
      {queue.problem ? (
        <Typography textColor="danger600" role="alert" tag="p">
          {messageText(queue.problem)}
        </Typography>
      ) : null}
      {comments.length === 0 && !queue.busy && !queue.problem ? (
        <Typography role="status" tag="p">
          {t('empty')}
        </Typography>
      ) : null}
      <Box tag="ul" aria-label={t('list')} aria-busy={queue.busy}>
        {comments.map((comment) => {
          const { documentId } = comment;
          const isCurrent = place.current?.documentId === documentId;
          return (
            <CommentItem
              key={documentId}
              setup={setup}
              comment={comment}
              isCurrent={isCurrent}
              wanted={place.wanted?.documentId === documentId ? place.wanted : null}
              isChosen={place.chosen.includes(comment)}
              isAnswering={answering === documentId}
              onReach={() => place.reach(documentId)}
              onChoose={() => place.choose(documentId)}
              onMove={(move) => void decisions.decide(comment, move)}
              onAnswer={() => answer(comment)}
              onAnswered={(published) => {
                setAnswering(null);
                back();
                if (!published) return;
                void refresh();
                void queue.readOne(documentId);
              }}
              onSettle={() => void settle(comment)}
              onErase={() => setErasing(comment)}
              onSubject={() => narrow({ subject: comment.subject.documentId ?? '' })}
            />
          );
        })}
      </Box>
      <Flex gap={2}>
        {queue.next !== null ? (
          <Button variant="secondary" loading={queue.busy} onClick={queue.more}>
            {t('more')}
          </Button>
        ) : null}
        <Button variant="tertiary" onClick={reload}>
          {t('reload')}
        </Button>
      </Flex>
      <QueueDialogs
        setup={setup}
        asking={asking}
        erasing={erasing}
        bulk={bulk}
        onAnswered={(hasChanged) => void decisions.answered(hasChanged)}
        onErased={(erased) => {
          setErasing(null);
          if (erased) reload();
        }}
        onBulkDone={() => {
          setBulk(null);
          place.chooseNone();
          reload();
        }}
      />
    </>
  );
}
