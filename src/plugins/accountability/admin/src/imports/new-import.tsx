import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Section } from '../section';
import { refusalOf, type Refusal } from '../workflow/contract';
import { Choice } from './choice';
import { DETECTED, readParameters, type ImportSetup, type ReadChoice, type UploadView } from './contract';
import { FileChoice } from './file-choice';
import { ImportActions } from './import-actions';
import { mappingFor } from './mapping-choice';
import { ProblemList } from './problem-list';
import { ReadOptions } from './read-options';
import { Result } from './result';
import { RunProgress } from './run-progress';
import { SourceList } from './source-list';
import { useImportRun } from './use-import-run';
import type { ImportsApi } from './use-imports-api';
import { useImportWords } from './use-import-words';

interface Props {
  readonly api: ImportsApi;
  readonly setup: ImportSetup;
  readonly mayUndo: boolean;
  /** Called when there is something new in the list of imports. */
  onChanged(): void;
}

/** An import from the choice of files to its result: files, mapping, check, import. */
export function NewImport({ api, setup, mayUndo, onChanged }: Props) {
  const { t, told, languageName } = useImportWords();
  const { mappings, languages, contentTypes } = setup;
  const [detected, setDetected] = useState<UploadView | null>(null);
  const [upload, setUpload] = useState<UploadView | null>(null);
  const [choice, setChoice] = useState<ReadChoice>(DETECTED);
  const [mapping, setMapping] = useState('');
  const [locale, setLocale] = useState(languages[0] ?? '');
  const [keepGood, setKeepGood] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const check = useImportRun(api, onChanged);
  const run = useImportRun(api, onChanged);
  const isRunning = busy || check.busy || run.busy;

  const startOver = (): void => {
    check.clear();
    run.clear();
    setRefusal(null);
  };
  /** Shows what another reading of the files gives. */
  const ask = async (reading: () => Promise<UploadView>, isNew: boolean): Promise<void> => {
    startOver();
    setBusy(true);
    try {
      const view = await reading();
      setUpload(view);
      if (isNew) {
        setDetected(view);
        setChoice(DETECTED);
        setKeepGood(false);
        setMapping(mappingFor(mappings, view.sources)?.name ?? '');
      }
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const readAs = (next: ReadChoice): void => {
    if (!upload) return;
    setChoice(next);
    void ask(() => api.read(upload.upload, readParameters(next)), false);
  };
  const begin = (dryRun: boolean): void => {
    if (!upload) return;
    const body = {
      upload: upload.upload,
      mapping,
      locale,
      dryRun,
      digests: upload.files.map(({ digest }) => digest),
      ...readParameters(choice),
    };
    if (dryRun) {
      run.clear();
      void check.start(body);
    } else void run.start({ ...body, keepGood });
  };

  const chosen = mappings.find(({ name }) => name === mapping);
  const checked = check.job?.status === 'running' ? null : check.job;
  const errors = checked?.result?.errors ?? 0;
  const isImportable = checked?.result && (errors === 0 || keepGood) && !run.job;
  const ended = run.job?.status === 'running' ? null : run.job;
  const shownRefusal = refusal ?? check.refusal ?? run.refusal;

  return (
    <Section title={t('new.title')} hint={t('new.hint')}>
      <FileChoice busy={busy} onFiles={(files) => !isRunning && void ask(() => api.upload(files), true)} />
      {shownRefusal ? (
        <Box paddingTop={4}>
          <Typography textColor="danger600" tag="p" role="alert">
            {told(shownRefusal)}
          </Typography>
        </Box>
      ) : null}
      {upload && detected ? (
        <>
          {upload.problems.length > 0 ? (
            <ProblemList problems={upload.problems} total={upload.problems.length} />
          ) : null}
          <Flex gap={4} wrap="wrap" alignItems="flex-start" paddingTop={4}>
            <Choice
              label={t('mapping')}
              hint={chosen?.description ?? t('mapping.none')}
              value={mapping}
              disabled={isRunning}
              options={mappings.map(({ name, label }) => ({ value: name, label }))}
              onChoice={(next) => {
                startOver();
                setMapping(next);
              }}
            />
            <Choice
              label={t('language')}
              hint={t('language.hint')}
              value={locale}
              disabled={isRunning}
              options={languages.map((code) => ({ value: code, label: languageName(code) }))}
              onChoice={(next) => {
                startOver();
                setLocale(next);
              }}
            />
          </Flex>
          <ReadOptions
            key={detected.upload}
            detected={detected.sources}
            choice={choice}
            disabled={isRunning}
            onChoice={readAs}
          />
          <SourceList sources={upload.sources} mapping={mapping} />
          <Flex gap={4} paddingTop={6} wrap="wrap">
            <Button
              variant={isImportable ? 'secondary' : 'default'}
              disabled={mapping === '' || isRunning}
              onClick={() => begin(true)}
            >
              {t('check')}
            </Button>
            <Button disabled={!isImportable || isRunning} onClick={() => begin(false)}>
              {t('import')}
            </Button>
            {checked && errors > 0 ? (
              <Checkbox
                checked={keepGood}
                disabled={isRunning || run.job !== null}
                onCheckedChange={(next: boolean | 'indeterminate') => setKeepGood(next === true)}
              >
                {t('keep-good')}
              </Checkbox>
            ) : null}
          </Flex>
        </>
      ) : null}
      {check.busy ? <RunProgress job={check.job} /> : null}
      {run.busy ? <RunProgress job={run.job} /> : null}
      {checked && !run.job ? <Result job={checked} contentTypes={contentTypes} /> : null}
      {ended ? (
        <>
          <Result job={ended} contentTypes={contentTypes} />
          <Box paddingTop={4}>
            <ImportActions
              api={api}
              job={ended}
              title={t('new.this')}
              contentTypes={contentTypes}
              isUndoable={mayUndo && ended.status === 'done' && ended.result?.applied === true}
              onUndone={() => {
                startOver();
                setUpload(null);
                onChanged();
              }}
            />
          </Box>
        </>
      ) : null}
    </Section>
  );
}
