import { useCallback, useEffect, useState } from 'react';
import { useDispatch } from 'react-redux';
import { Box, Button, Divider, Flex, Typography } from '@strapi/design-system';
import { adminApi, useFetchClient, useForm } from '@strapi/strapi/admin';
import { refusalOf, type DocumentWorkflow, type Move, type Refusal } from './contract';
import { useSavedDocumentId } from '../use-saved-document-id';
import { HistoryList } from './history-list';
import { MoveDialog } from './move-dialog';
import { StatusBadge } from './status-badge';
import { useDeclaredWorkflows } from './use-declared';
import { useWords } from './use-words';
import { useDirection } from '../use-direction';

interface PanelProps {
  readonly documentId?: string;
  readonly model: string;
}

/** The edit view's side panel: the document's state, available moves, and history. */
export function StatusPanel({ documentId: ofForm, model }: PanelProps) {
  const { t } = useWords();
  const documentId = useSavedDocumentId(ofForm);
  const has = useDeclaredWorkflows().some(({ contentType }) => contentType === model);
  if (!has || !documentId) return null;
  return {
    title: t('panel.title'),
    content: <DocumentStatus key={documentId} contentType={model} documentId={documentId} />,
  };
}

function DocumentStatus({ contentType, documentId }: { contentType: string; documentId: string }) {
  const { t, messageText } = useWords();
  const direction = useDirection();
  const { get } = useFetchClient();
  // A move reloads the document, which would discard unsaved changes.
  const isEdited = useForm('DocumentStatus', ({ modified }) => modified);
  const dispatch = useDispatch();
  const [workflows, setWorkflows] = useState<readonly DocumentWorkflow[]>([]);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [chosen, setChosen] = useState<{ workflow: DocumentWorkflow; move: Move } | null>(null);

  const load = useCallback(async () => {
    try {
      const address = `/accountability/documents/${contentType}/${documentId}/workflows`;
      const { data } = await get<{ data: { workflows: readonly DocumentWorkflow[] } }>(address);
      setWorkflows(data.data.workflows);
      setProblem(null);
    } catch (error) {
      setProblem(refusalOf(error));
    }
  }, [get, contentType, documentId]);
  useEffect(() => void load(), [load]);

  const close = (changed: boolean) => {
    setChosen(null);
    if (!changed) return;
    void load();
    // The form keeps the loaded document; this makes the content manager reload it.
    dispatch(adminApi.util.invalidateTags(['Document' as never]));
  };

  return (
    <Flex dir={direction} direction="column" alignItems="stretch" gap={4} width="100%">
      {problem ? <Typography textColor="danger600">{messageText(problem)}</Typography> : null}
      {isEdited ? <Typography variant="pi">{t('unsaved')}</Typography> : null}
      {workflows.map((workflow) => (
        <WorkflowStatus
          key={workflow.workflow}
          workflow={workflow}
          isEdited={isEdited}
          onChoose={(move) => setChosen({ workflow, move })}
        />
      ))}
      {chosen ? (
        <MoveDialog
          contentType={contentType}
          documentId={documentId}
          workflow={chosen.workflow}
          move={chosen.move}
          onClose={close}
        />
      ) : null}
    </Flex>
  );
}

interface StatusProps {
  readonly workflow: DocumentWorkflow;
  /** Whether the form has unsaved changes. */
  readonly isEdited: boolean;
  onChoose(move: Move): void;
}

function WorkflowStatus({ workflow, isEdited, onChoose }: StatusProps) {
  const { t, label, messageText } = useWords();
  const [shown, setShown] = useState(false);
  const { suggestion } = workflow;
  return (
    <Box tag="section" aria-label={label(workflow.labels, workflow.workflow)}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="sigma" textColor="neutral600">
          {label(workflow.labels, workflow.workflow)}
        </Typography>
        <StatusBadge state={workflow.state} />
        {workflow.state.declared ? null : <Typography textColor="danger600">{t('undeclared')}</Typography>}
        {workflow.overdue ? <Typography textColor="danger600">{t('overdue')}</Typography> : null}
        {suggestion && suggestion.parts > 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {suggestion.state ? t('suggestion', { state: label(suggestion.state.labels) }) : null}{' '}
            {suggestion.progress === null
              ? t('progress.unknown')
              : t('progress', { percent: suggestion.progress })}
          </Typography>
        ) : null}
        {workflow.moves.map((move) => (
          <Box key={move.transition}>
            <Button
              variant="secondary"
              fullWidth
              disabled={!move.open || isEdited}
              onClick={() => onChoose(move)}
            >
              {label(move.labels, move.transition)}
            </Button>
            {move.closed.map((reason) => (
              <Typography
                key={`${reason.code} ${messageText(reason)}`}
                variant="pi"
                textColor="neutral600"
                tag="p"
              >
                {messageText(reason)}
              </Typography>
            ))}
          </Box>
        ))}
        <Divider />
        <Button variant="ghost" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('history', { count: workflow.history.length })}
        </Button>
        {shown ? <HistoryList entries={workflow.history} /> : null}
      </Flex>
    </Box>
  );
}
