import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient, useRBAC } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';
import { refusalOf, type Refusal } from '../workflow/contract';
import { Address } from './address';
import type { ReleaseView } from './contract';
import { DownloadStatus } from './download-status';
import { Section } from '../section';
import { serverAddress } from './server-address';
import { useAnswer } from '../use-answer';
import { useDownload } from './use-download';
import { useOpenDataWords } from './use-open-data-words';

const MAKE = [{ action: `plugin::${PLUGIN_ID}.releases.create`, subject: null }];

function Release({ release, path }: { readonly release: ReleaseView; readonly path: string }) {
  const { t, moment, size } = useOpenDataWords();
  const { state, start, cancel } = useDownload();
  const { version, created, bytes, sha256, url } = release;
  return (
    <Box
      tag="li"
      paddingTop={4}
      paddingBottom={4}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0 0"
    >
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography>
          <strong>{version}</strong> · {moment(created)} · {size(bytes)}
        </Typography>
        <Button
          variant="secondary"
          startIcon={<Download />}
          aria-label={t('download-of', { title: version })}
          disabled={state.kind === 'running'}
          onClick={() => void start(serverAddress(path, `releases/${encodeURIComponent(version)}.zip`))}
        >
          {t('download')}
        </Button>
      </Flex>
      <Address text={url} label={t('copy-of', { title: version })} />
      <Address text={`SHA-256 ${sha256}`} copied={sha256} label={t('copy-digest', { version })} />
      <DownloadStatus state={state} title={version} onCancel={cancel} />
    </Box>
  );
}

type Outcome =
  { readonly outcome: 'made' | 'same'; readonly version: string } | { readonly refusal: Refusal };

/** The releases, and a button to make one for those with the permission. */
export function ReleaseList({ path }: { readonly path: string }) {
  const { t, messageText } = useOpenDataWords();
  const { post } = useFetchClient();
  const { allowedActions } = useRBAC(MAKE);
  const { data: releases, problem, ask } = useAnswer<readonly ReleaseView[]>('open-data/releases');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Outcome | null>(null);

  const make = async () => {
    setBusy(true);
    setMade(null);
    try {
      const { data } = await post<{ data: ReleaseView; meta: { outcome: 'made' | 'same' } }>(
        '/accountability/open-data/releases',
      );
      setMade({ outcome: data.meta.outcome, version: data.data.version });
      ask();
    } catch (error) {
      setMade({ refusal: refusalOf(error) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section
      title={t('releases.title')}
      hint={t('releases.hint')}
      problem={problem}
      action={
        allowedActions.canCreate ? (
          <Button loading={busy} onClick={() => void make()}>
            {t('releases.make')}
          </Button>
        ) : null
      }
    >
      {busy ? <Typography role="status">{t('releases.making')}</Typography> : null}
      {made && 'refusal' in made ? (
        <Typography textColor="danger600" role="alert">
          {t('releases.failed')} {messageText(made.refusal)}
        </Typography>
      ) : null}
      {made && 'outcome' in made ? (
        <Typography textColor="success600" role="status">
          {t(`releases.${made.outcome}`, { version: made.version })}
        </Typography>
      ) : null}
      {releases?.length === 0 ? <Typography>{t('releases.none')}</Typography> : null}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {(releases ?? []).map((release) => (
          <Release key={release.version} release={release} path={path} />
        ))}
      </Box>
    </Section>
  );
}
