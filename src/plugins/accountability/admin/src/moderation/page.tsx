import { Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useAnswer } from '../use-answer';
import { READ_QUEUE } from './permissions';
import { Queue } from './queue';
import { useQueueWords } from './use-queue-words';
import type { QueueSetup } from '../../../shared/moderation-contract';
import { useDirection } from '../use-direction';

function Moderation() {
  const { t, messageText } = useQueueWords();
  const direction = useDirection();
  const { data: setup, problem } = useAnswer<QueueSetup>('moderation/setup');
  if (!setup && !problem) return <Page.Loading />;
  return (
    <Page.Main dir={direction}>
      <Page.Title>{t('title')}</Page.Title>
      <Layouts.Header title={t('title')} subtitle={t('subtitle')} />
      <Layouts.Content>
        {problem ? (
          <Typography textColor="danger600" role="alert">
            {messageText(problem)}
          </Typography>
        ) : null}
        {setup ? <Queue setup={setup} /> : null}
      </Layouts.Content>
    </Page.Main>
  );
}

/** The moderators' queue: readers' comments and the decisions on them. */
export default function ModerationPage() {
  return (
    <Page.Protect permissions={READ_QUEUE}>
      <Moderation />
    </Page.Protect>
  );
}
