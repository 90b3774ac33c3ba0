import { useCallback, useEffect, useState } from 'react';
import { Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useDirection } from '../use-direction';
import { refusalOf, type Refusal } from '../workflow/contract';
import type { ImportLabels, ImportSetup } from './contract';
import { ImportList } from './import-list';
import { NewImport } from './new-import';
import { IMPORT_PERMISSIONS, READ_IMPORTS } from './permissions';
import { useImportsApi, type ImportHistory } from './use-imports-api';
import { useImportWords } from './use-import-words';

const NO_LABELS: ImportLabels = { mappings: {}, contentTypes: {} };

function Imports() {
  const { t, messageText } = useImportWords();
  const direction = useDirection();
  const api = useImportsApi();
  const { allowedActions, isLoading } = useRBAC(IMPORT_PERMISSIONS);
  const { canCreate, canUndo, canMappings } = allowedActions as Readonly<Record<string, boolean | undefined>>;
  const [setup, setSetup] = useState<ImportSetup | null>(null);
  const [history, setHistory] = useState<ImportHistory | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);

  const list = useCallback(() => {
    api.list().then(setHistory, (error: unknown) => setProblem(refusalOf(error)));
  }, [api]);
  useEffect(list, [list]);
  const readSetup = useCallback(
    () => api.setup().then(setSetup, (error: unknown) => setProblem(refusalOf(error))),
    [api],
  );
  useEffect(() => {
    // What can be imported is sent to those only who may import.
    if (canCreate) void readSetup();
  }, [readSetup, canCreate]);

  if (isLoading || (!history && !problem)) return <Page.Loading />;
  const { mappings, contentTypes } = history?.labels ?? NO_LABELS;
  return (
    <Page.Main dir={direction}>
      <Page.Title>{t('title')}</Page.Title>
      <Layouts.Header title={t('title')} subtitle={t('subtitle')} />
      <Layouts.Content>
        {canCreate && !setup && !problem ? <Typography role="status">{t('loading')}</Typography> : null}
        {setup ? (
          <NewImport
            api={api}
            setup={setup}
            contentTypes={contentTypes}
            mayUndo={canUndo === true}
            maySaveMappings={canMappings === true}
            onChanged={list}
            onMappings={async () => {
              await readSetup();
              list();
            }}
          />
        ) : problem ? (
          <Typography textColor="danger600" role="alert">
            {messageText(problem)}
          </Typography>
        ) : null}
        <ImportList
          api={api}
          imports={history?.imports ?? []}
          problem={setup ? problem : null}
          contentTypes={contentTypes}
          mappingLabel={(name) => mappings[name] ?? name}
          mayUndo={canUndo === true}
          onChanged={list}
        />
      </Layouts.Content>
    </Page.Main>
  );
}

/** The page of imports: a new one step by step, and those there were. */
export default function ImportsPage() {
  return (
    <Page.Protect permissions={READ_IMPORTS}>
      <Imports />
    </Page.Protect>
  );
}
