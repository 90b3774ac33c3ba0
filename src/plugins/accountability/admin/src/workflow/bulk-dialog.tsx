import { useEffect, useRef, useState } from 'react';
import { Button, Field, Flex, Modal, SingleSelectOption, Typography } from '@strapi/design-system';
import { askedOfMany, type Asked, type Choice, type Seen } from './bulk-plan';
import { BulkRows } from './bulk-rows';
import { isSendKey } from '../send-key';
import { inputOf, MoveForm, type MoveInput } from './move-form';
import { useBulkMoves } from './use-bulk-moves';
import { useWords } from './use-words';
import type { DeclaredWorkflow } from './contract';
import { useDirection } from '../use-direction';
import { Select } from '../select';

export interface BulkProps {
  readonly documents: readonly { documentId: string; [name: string]: unknown }[];
  readonly model: string;
}

interface DialogProps {
  readonly contentType: string;
  readonly documents: BulkProps['documents'];
  readonly workflows: readonly DeclaredWorkflow[];
  /** Their present states, if known already. */
  readonly known?: Seen;
  /** The initially selected move. */
  readonly initial?: Choice;
  onClose(): void;
}

const titleOf = (document: BulkProps['documents'][number]): string =>
  String(document.title ?? document.name ?? document.body ?? document.documentId);

/** Dialog for a bulk move: asks for the move and its fields, makes it for each document, and shows the results. */
export function BulkDialog({ contentType, documents, workflows, known, initial, onClose }: DialogProps) {
  const { t, label, labelled, messageText } = useWords();
  const direction = useDirection();
  // A document is selected once, whatever languages the list shows.
  const [titles] = useState(() => new Map(documents.map((one) => [one.documentId, titleOf(one)] as const)));
  const { seen, problem, outcomes, busy, run } = useBulkMoves(contentType, [...titles.keys()], known);
  const [choice, setChoice] = useState<Choice | null>(initial ?? null);
  const [asked, setAsked] = useState<Asked>(() =>
    known && initial ? askedOfMany(known, initial) : { reason: null, fields: [] },
  );
  const [input, setInput] = useState<MoveInput>({ reason: '', fields: {} });
  const count = titles.size;
  const finished = outcomes.length === count;
  const confirm = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const needsNoInput = asked.reason === null && asked.fields.length === 0;
  // After the select has returned the focus to its field.
  useEffect(() => {
    if (!choice || !needsNoInput) return;
    const timer = setTimeout(() => confirm.current?.focus());
    return () => clearTimeout(timer);
  }, [choice, needsNoInput]);
  useEffect(() => {
    if (finished) close.current?.focus();
  }, [finished]);

  const choose = (key: string) => {
    const [workflow = '', transition = ''] = key.split('/');
    const next = { workflow, transition };
    const questions = seen ? askedOfMany(seen, next) : asked;
    setChoice(next);
    setAsked(questions);
    setInput(inputOf(questions));
  };

  return (
    <>
      <Modal.Body>
        <Flex
          dir={direction}
          direction="column"
          alignItems="stretch"
          gap={4}
          onKeyDown={(event: React.KeyboardEvent) => {
            if (!isSendKey(event) || !choice || busy || finished) return;
            event.preventDefault();
            void run(choice, input);
          }}
        >
          <Field.Root>
            <Field.Label>{t('bulk.move')}</Field.Label>
            <Select
              value={choice ? `${choice.workflow}/${choice.transition}` : ''}
              disabled={!seen || busy || finished}
              placeholder={t('choose')}
              onChange={(next) => choose(String(next))}
            >
              {workflows.flatMap((workflow) =>
                workflow.transitions.map(({ transition, labels }) => (
                  <SingleSelectOption
                    key={`${workflow.workflow}/${transition}`}
                    value={`${workflow.workflow}/${transition}`}
                  >
                    {labelled(label(workflow.labels), label(labels, transition))}
                  </SingleSelectOption>
                )),
              )}
            </Select>
          </Field.Root>
          {problem ? (
            <Typography textColor="danger600" role="alert">
              {messageText(problem)}
            </Typography>
          ) : null}
          {choice && !finished ? (
            <>
              {asked.fields.length > 0 ? <Typography variant="pi">{t('bulk.fields')}</Typography> : null}
              <MoveForm
                contentType={contentType}
                move={asked}
                input={input}
                failures={[]}
                onChange={setInput}
              />
            </>
          ) : null}
          {outcomes.length > 0 ? (
            <progress
              style={{ width: '100%' }}
              max={count}
              value={outcomes.length}
              aria-label={t('bulk.title', { count })}
            />
          ) : null}
          {seen ? (
            <BulkRows
              contentType={contentType}
              titles={titles}
              seen={seen}
              choice={choice}
              outcomes={outcomes}
            />
          ) : null}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button ref={close} variant="tertiary" onClick={onClose}>
          {t(finished ? 'close' : 'cancel')}
        </Button>
        {finished ? null : (
          <Button
            ref={confirm}
            disabled={!choice}
            loading={busy}
            onClick={() => choice && void run(choice, input)}
          >
            {t('bulk.run', { count })}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}
