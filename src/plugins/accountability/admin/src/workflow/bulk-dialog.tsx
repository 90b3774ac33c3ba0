import { useEffect, useRef, useState } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { adminApi, useFetchClient } from '@strapi/strapi/admin';
import { useDispatch } from 'react-redux';
import {
  refusalOf,
  type DeclaredWorkflow,
  type DocumentWorkflow,
  type Move,
  type MoveField,
  type Refusal,
} from './contract';
import { MoveForm, type MoveInput } from './move-form';
import { useWords } from './use-words';

export interface BulkProps {
  readonly documents: readonly { documentId: string; [name: string]: unknown }[];
  readonly model: string;
}

interface Row {
  readonly documentId: string;
  readonly title: string;
  readonly result: string;
  readonly done: boolean;
}

const isForMany = ({ localized }: MoveField): boolean => !localized;

interface DialogProps {
  readonly contentType: string;
  readonly documents: BulkProps['documents'];
  readonly workflows: readonly DeclaredWorkflow[];
  onClose(): void;
}

/** Asks which move to make and what it needs, makes it for each document, and tells what became of each. */
export function BulkDialog({ contentType, documents, workflows, onClose }: DialogProps) {
  const { t, label, field } = useWords();
  const { get, post } = useFetchClient();
  const dispatch = useDispatch();
  const [key, setKey] = useState('');
  const [move, setMove] = useState<Pick<Move, 'fields' | 'reason'> | null>(null);
  const [input, setInput] = useState<MoveInput>({ reason: '', fields: {} });
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const latest = useRef('');
  const closed = useRef(false);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);
  const titleOf = (document: BulkProps['documents'][number]): string =>
    String(document.title ?? document.name ?? document.body ?? document.documentId);

  /** The questions of a move are the same for every document; the first it is open for tells them. */
  const choose = async (next: string) => {
    latest.current = next;
    setKey(next);
    setMove(null);
    setProblem(null);
    const [workflow, transition] = next.split('/');
    try {
      const found = await findMove(workflow, transition);
      // Somebody may have chosen another one meanwhile.
      if (latest.current !== next) return;
      // Texts belong to one document each: they are not asked for many at once.
      const asked = { reason: found?.reason ?? null, fields: found?.fields.filter(isForMany) ?? [] };
      setMove(asked);
      setInput({
        reason: '',
        fields: Object.fromEntries(asked.fields.map(({ attribute }) => [attribute, null])),
      });
    } catch (error) {
      if (latest.current === next) setProblem(refusalOf(error));
    }
  };

  const findMove = async (workflow = '', transition = '') => {
    for (const { documentId } of documents) {
      const { data } = await get<{ data: { workflows: readonly DocumentWorkflow[] } }>(
        `/accountability/documents/${contentType}/${documentId}/workflows`,
      );
      const found = data.data.workflows
        .find((candidate) => candidate.workflow === workflow)
        ?.moves.find((candidate) => candidate.transition === transition);
      if (found) return found;
    }
    return undefined;
  };

  /** Why a document was not moved: each missing thing with the name of its field. */
  const reasonsOf = (error: unknown): string => {
    const { messages, failures } = refusalOf(error);
    const reasons = failures.map(({ path, messages: words }) =>
      path[0] === 'fields' ? `${field(contentType, path[1] ?? '')}: ${label(words)}` : label(words),
    );
    return reasons.join(' ') || label(messages);
  };

  const run = async () => {
    setBusy(true);
    const [workflow, transition] = key.split('/');
    const given = Object.entries(input.fields).filter(([, value]) => value !== null);
    const results: Row[] = [];
    for (const document of documents) {
      // Closing the dialog stops it after the document under way.
      if (closed.current) break;
      const { documentId } = document;
      const row = { documentId, title: titleOf(document) };
      try {
        await post('/accountability/transitions', {
          contentType,
          documentId,
          workflow,
          transition,
          ...(move?.reason && { reason: input.reason }),
          ...(given.length > 0 && { fields: Object.fromEntries(given) }),
        });
        results.push({ ...row, result: t('bulk.moved'), done: true });
      } catch (error) {
        results.push({ ...row, result: reasonsOf(error), done: false });
      }
      setRows([...results]);
    }
    setBusy(false);
    dispatch(adminApi.util.invalidateTags(['Document' as never]));
  };

  const finished = rows.length === documents.length;
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root>
            <Field.Label>{t('bulk.move')}</Field.Label>
            <SingleSelect
              value={key}
              disabled={busy || finished}
              placeholder={t('choose')}
              onChange={(next) => void choose(String(next))}
            >
              {workflows.flatMap((workflow) =>
                workflow.transitions.map(({ transition, labels }) => (
                  <SingleSelectOption
                    key={`${workflow.workflow}/${transition}`}
                    value={`${workflow.workflow}/${transition}`}
                  >
                    {`${label(workflow.labels)}: ${label(labels, transition)}`}
                  </SingleSelectOption>
                )),
              )}
            </SingleSelect>
          </Field.Root>
          {problem ? (
            <Typography textColor="danger600" role="alert">
              {label(problem.messages)}
            </Typography>
          ) : null}
          {move && !finished ? (
            <MoveForm contentType={contentType} move={move} input={input} failures={[]} onChange={setInput} />
          ) : null}
          {rows.length > 0 ? (
            <progress
              style={{ width: '100%' }}
              max={documents.length}
              value={rows.length}
              aria-label={t('bulk.title', { count: documents.length })}
            />
          ) : null}
          <Box tag="ul" aria-live="polite" style={{ listStyle: 'none' }}>
            {rows.map(({ documentId, title, result, done }) => (
              <Box tag="li" key={documentId} paddingBottom={2}>
                <Typography fontWeight="semiBold">{title}</Typography>
                <Typography tag="p" variant="pi" textColor={done ? 'success600' : 'danger600'}>
                  {done ? '✓' : '✗'} {result}
                </Typography>
              </Box>
            ))}
          </Box>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {t(finished ? 'close' : 'cancel')}
        </Button>
        {finished ? null : (
          <Button disabled={!move} loading={busy} onClick={() => void run()}>
            {t('bulk.run', { count: documents.length })}
          </Button>
        )}
      </Modal.Footer>
    </>
  );
}
