import { useEffect, useState } from 'react';
import { Box, Button, Field, Flex, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { isSendKey } from '../send-key';
import { refusalOf, type Refusal } from '../workflow/contract';
import { DocumentChoice } from './document-choice';
import { useQueueGet } from './use-queue-get';
import { useQueueWords } from './use-queue-words';
import type { QueueChoice, QueueComment, QueueSetup } from '../../../shared/moderation-contract';
import { Select } from '../select';
import { useTextDirection } from '../use-direction';

interface Props {
  readonly setup: QueueSetup;
  readonly comment: QueueComment;
  /** Called on close; `published` when the answer was published. */
  onClose(published: boolean): void;
}

/** Form for an official answer, published in the name of an agency or of the site's publisher. */
export function AnswerForm({ setup, comment, onClose }: Props) {
  const { t, messageText, field } = useQueueWords();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [answer, setAnswer] = useState({
    agency: '',
    body: '',
    language: comment.language ?? setup.languages[0]?.code ?? '',
  });
  const direction = useTextDirection(answer.body);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const get = useQueueGet();
  const hasAgencies = setup.agency !== null;
  const [lead, setLead] = useState<QueueChoice | null>(null);
  useEffect(() => {
    if (!hasAgencies) return undefined;
    let gone = false;
    get<QueueChoice | null>(`comments/${comment.documentId}/lead-agency`).then(
      (agency) => {
        if (gone || !agency) return;
        setLead(agency);
        setAnswer((before) => ({ ...before, agency: before.agency || agency.documentId }));
      },
      // Optional: without it the agency is chosen manually.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [get, comment.documentId, hasAgencies]);
  const errorAt = (name: string): string | undefined =>
    messageText(refusal?.failures.find(({ path }) => path[0] === name)) || undefined;

  const publish = async () => {
    setBusy(true);
    try {
      const { agency, ...written } = answer;
      await post(`/accountability/moderation/comments/${comment.documentId}/answers`, {
        ...written,
        ...(setup.agency && { agency }),
      });
      toggleNotification({ type: 'success', message: t('answer.published') });
      onClose(true);
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <Box
      tag="form"
      aria-label={t('answer.title')}
      background="neutral100"
      hasRadius
      padding={4}
      marginTop={4}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        void publish();
      }}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (isSendKey(event) && !busy) {
          event.preventDefault();
          void publish();
        }
        if (event.key === 'Escape' && !event.defaultPrevented) onClose(false);
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography fontWeight="bold">{t('answer.title')}</Typography>
        <Typography variant="pi">{t('answer.hint')}</Typography>
        {refusal && refusal.failures.length === 0 ? (
          <Typography textColor="danger600" role="alert">
            {messageText(refusal)}
          </Typography>
        ) : null}
        <Field.Root required error={errorAt('body')}>
          <Field.Label>{t('answer.body')}</Field.Label>
          <Textarea
            dir={direction}
            autoFocus
            name="answer"
            maxLength={setup.longest}
            value={answer.body}
            onChange={(event) => setAnswer({ ...answer, body: event.target.value })}
          />
          <Field.Error />
        </Field.Root>
        {setup.agency ? (
          <DocumentChoice
            label={field(setup.contentType, setup.agency.relation)}
            among="agencies"
            required
            value={answer.agency}
            title={lead?.documentId === answer.agency ? lead.title : null}
            error={errorAt('agency')}
            onChange={(agency) => setAnswer({ ...answer, agency })}
          />
        ) : null}
        <Field.Root error={errorAt('language')}>
          <Field.Label>{t('filter.language')}</Field.Label>
          <Select
            size="S"
            value={answer.language}
            onChange={(next) => setAnswer({ ...answer, language: String(next) })}
          >
            {setup.languages.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </Select>
          <Field.Error />
        </Field.Root>
        <Flex gap={2}>
          <Button type="submit" loading={busy}>
            {t('answer.publish')}
          </Button>
          <Button variant="tertiary" onClick={() => onClose(false)}>
            {t('cancel')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
