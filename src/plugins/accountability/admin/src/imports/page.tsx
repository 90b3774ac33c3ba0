import { useCallback, useEffect, useState } from 'react';
import { Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useDirection } from '../use-direction';
import { refusalOf, type Refusal } from '../workflow/contract';
import type { ImportListItem, ImportSetup } from './contract';
import { ImportList } from './import-list';
import { NewImport } from './new-import';
import { IMPORT_PERMISSIONS, READ_IMPORTS } from './permissions';
import { useImportsApi } from './use-imports-api';
import { useImportWords } from './use-import-words';

const NO_SETUP: ImportSetup = { mappings: [], languages: [], contentTypes: {} };

function Imports() {
  const { t, told } = useImportWords();
  const direction = useDirection();
  const api = useImportsApi();
  const { allowedActions, isLoading } = useRBAC(IMPORT_PERMISSIONS);
  const { canCreate, canUndo } = allowedActions as { canCreate?: boolean; canUndo?: boolean };
  const [setup, setSetup] = useState<ImportSetup | null>(null);
  const [imports, setImports] = useState<readonly ImportListItem[] | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);

  const list = useCallback(() => {
    api.list().then(setImports, (error: unknown) => setProblem(refusalOf(error)));
  }, [api]);
  useEffect(list, [list]);
  useEffect(() => {
    // What can be imported is told to those only who may import.
    if (canCreate) api.setup().then(setSetup, (error: unknown) => setProblem(refusalOf(error)));
  }, [api, canCreate]);

  if (isLoading || (!imports && !problem)) return <Page.Loading />;
  const { mappings, contentTypes } = setup ?? NO_SETUP;
  return (
    <Page.Main dir={direction}>
      <Page.Title>{t('title')}</Page.Title>
      <Layouts.Header title={t('title')} subtitle={t('subtitle')} />
      <Layouts.Content>
        {canCreate && !setup && !problem ? <Typography role="status">{t('loading')}</Typography> : null}
        {setup ? (
          <NewImport api={api} setup={setup} mayUndo={canUndo === true} onChanged={list} />
        ) : problem ? (
          <Typography textColor="danger600" role="alert">
            {told(problem)}
          </Typography>
        ) : null}
        <ImportList
          api={api}
          imports={imports ?? []}
          problem={setup ? problem : null}
          contentTypes={contentTypes}
          mappingLabel={(name) => mappings.find((mapping) => mapping.name === name)?.label ?? name}
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
