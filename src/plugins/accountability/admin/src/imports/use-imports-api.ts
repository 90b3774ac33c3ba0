import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { saveFile } from '../open-data/save-file';
import type { ImportListItem, ImportSetup, ImportView, MappingView, UploadView } from './contract';

interface Answered<Data> {
  readonly data: Data;
}

/** What is sent to start an import of uploaded files. */
export interface ImportStart extends Readonly<Record<string, unknown>> {
  readonly upload: string;
  readonly mapping: string;
  readonly dryRun: boolean;
}

/** The API of imports; sentences come in the panel's language. Errors are those of Strapi's fetch client. */
export function useImportsApi() {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    const headers = { 'Accept-Language': locale };
    const path = (name: string): string => `/accountability/${name}`;
    const read = async <Data>(name: string, params?: Record<string, string>): Promise<Data> =>
      (await get<Answered<Data>>(path(name), { headers, params })).data.data;
    return {
      async setup(): Promise<ImportSetup> {
        const { data } = await get<Answered<MappingView[]> & { meta: Omit<ImportSetup, 'mappings'> }>(
          path('import-mappings'),
          { headers },
        );
        return { mappings: data.data, ...data.meta };
      },
      async upload(files: readonly File[]): Promise<UploadView> {
        const form = new FormData();
        for (const file of files) form.append('files', file, file.name);
        return (await post<Answered<UploadView>>(path('import-files'), form, { headers })).data.data;
      },
      read: (upload: string, choice: Record<string, string>): Promise<UploadView> =>
        read(`import-files/${upload}`, choice),
      async start(body: ImportStart): Promise<ImportView> {
        return (await post<Answered<ImportView>>(path('imports'), body, { headers })).data.data;
      },
      find: (id: string): Promise<ImportView> => read(`imports/${id}`),
      list: (): Promise<readonly ImportListItem[]> => read('imports'),
      async undo(id: string): Promise<void> {
        await post(path(`imports/${id}/undo`), undefined, { headers });
      },
      async saveReport(id: string): Promise<void> {
        const { data } = await get<Blob>(path(`imports/${id}/report`), { headers, responseType: 'blob' });
        saveFile(data, `import-${id}.csv`);
      },
    };
  }, [get, post, locale]);
}

export type ImportsApi = ReturnType<typeof useImportsApi>;
