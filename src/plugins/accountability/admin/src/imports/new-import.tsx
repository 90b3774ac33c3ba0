import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Section } from '../section';
import { refusalOf, type Refusal } from '../workflow/contract';
import { Choice } from './choice';
import { DETECTED, readParameters, type ImportSetup, type ReadChoice, type UploadView } from './contract';
import { FileChoice } from './file-choice';
import { ImportActions } from './import-actions';
import { mappingFor } from './mapping-choice';
import { MatchEditor } from './match/match-editor';
import { tablesOfMatches } from './match/sheet-match';
import { useMatch } from './match/use-match';
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
  /** What content types are called, by uid. */
  readonly contentTypes: Readonly<Record<string, string>>;
  readonly mayUndo: boolean;
  readonly maySaveMappings: boolean;
  /** Called when there is something new in the list of imports. */
  onChanged(): void;
  /** Called when a mapping was saved or deleted; settles when they have been read again. */
  onMappings(): Promise<void>;
}

/** The mapping whose match with fields is proposed. */
const GENERIC = 'generic';

/** An import from the choice of files to its result: files, mapping, check, import. */
export function NewImport({
  api,
  setup,
  contentTypes,
  mayUndo,
  maySaveMappings,
  onChanged,
  onMappings,
}: Props) {
  const { t, messageText } = useImportWords();
  const { mappings, languages } = setup;
  const [detected, setDetected] = useState<UploadView | null>(null);
  const [upload, setUpload] = useState<UploadView | null>(null);
  const [choice, setChoice] = useState<ReadChoice>(DETECTED);
  const [mapping, setMapping] = useState('');
  /** Empty until it is chosen: then the import says which one it took. */
  const [locale, setLocale] = useState('');
  const [keepGood, setKeepGood] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const check = useImportRun(api, onChanged);
  const run = useImportRun(api, onChanged);
  const isRunning = busy || check.busy || run.busy;
  const chosen = mappings.find(({ name }) => name === mapping);
  // Files that were imported are not kept.
  const isImported = run.job?.result?.applied === true;
  const isMatched = chosen !== undefined && !isImported && (chosen.name === GENERIC || chosen.saved !== null);
  const matching = useMatch(
    api,
    isMatched && upload ? upload.upload : null,
    readParameters(choice),
    chosen?.saved ?? null,
  );

  const startOver = (): void => {
    check.clear();
    run.clear();
    setRefusal(null);
  };
  /** Shows what another reading of the files gives. */
  const ask = async (reading: () => Promise<UploadView>, isNew: boolean): Promise<void> => {
    startOver();
    if (isNew && isImported) setUpload(null);
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
  const takeSaved = async (name: string | null): Promise<void> => {
    await onMappings();
    setMapping(name ?? GENERIC);
    if (upload) await ask(() => api.read(upload.upload, readParameters(choice)), false);
  };
  const begin = (dryRun: boolean): void => {
    if (!upload) return;
    const body = {
      upload: upload.upload,
      mapping,
      locale: locale || undefined,
      dryRun,
      digests: upload.files.map(({ digest }) => digest),
      ...readParameters(choice),
      ...(matching.shown &&
        matching.isCorrected && {
          mapping: GENERIC,
          tables: tablesOfMatches(matching.shown.matches, matching.shown.proposal.contents),
        }),
    };
    if (dryRun) {
      run.clear();
      void check.start(body);
    } else void run.start({ ...body, keepGood });
  };

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
            {messageText(shownRefusal)}
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
            {languages.length > 1 ? (
              <Choice
                label={t('language')}
                hint={t('language.hint')}
                value={locale || (languages[0]?.code ?? '')}
                disabled={isRunning}
                options={languages.map(({ code, name }) => ({ value: code, label: name }))}
                onChoice={(next) => {
                  startOver();
                  setLocale(next);
                }}
              />
            ) : null}
          </Flex>
          <ReadOptions
            key={detected.upload}
            detected={detected.sources}
            choice={choice}
            disabled={isRunning}
            onChoice={readAs}
          />
          <SourceList sources={upload.sources} mapping={matching.isCorrected ? null : mapping} />
          {isMatched ? (
            <MatchEditor
              api={api}
              matching={matching}
              mapping={chosen}
              languages={languages}
              disabled={isRunning}
              maySave={maySaveMappings}
              onCorrected={startOver}
              onSaved={(name) => void takeSaved(name)}
            />
          ) : null}
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
