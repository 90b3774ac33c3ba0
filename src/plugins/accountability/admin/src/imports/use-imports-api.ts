import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { SavedMappingBody } from '../../../shared/saved-mapping';
import { saveFile } from '../open-data/save-file';
import type {
  ImportLabels,
  ImportListItem,
  ImportSetup,
  ImportView,
  MappingView,
  Proposal,
  SavedMappingView,
  UploadView,
} from './contract';

const SAVED = 'import-mappings/saved';

interface Answered<Data> {
  readonly data: Data;
}

/** What is sent to start an import of uploaded files. */
export interface ImportStart extends Readonly<Record<string, unknown>> {
  readonly upload: string;
  readonly mapping: string;
  readonly dryRun: boolean;
}

/** The imports there were, and what is named in them. */
export interface ImportHistory {
  readonly imports: readonly ImportListItem[];
  readonly labels: ImportLabels;
}

/** The API of imports; sentences come in the panel's language. Errors are those of Strapi's fetch client. */
export function useImportsApi() {
  const { get, post, put, del } = useFetchClient();
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
      /** How the files would be read. @param choice how they are opened, and as `saved` the id of a saved mapping */
      propose: (upload: string, choice: Record<string, string>): Promise<Proposal> =>
        read(`import-files/${upload}/proposal`, choice),
      async saveMapping(body: SavedMappingBody): Promise<SavedMappingView> {
        return (await post<Answered<SavedMappingView>>(path(SAVED), body, { headers })).data.data;
      },
      async changeMapping(
        id: string,
        body: SavedMappingBody & { readonly version: number },
      ): Promise<SavedMappingView> {
        return (await put<Answered<SavedMappingView>>(path(`${SAVED}/${id}`), body, { headers })).data.data;
      },
      async removeMapping(id: string): Promise<void> {
        await del(path(`${SAVED}/${id}`), { headers });
      },
      async start(body: ImportStart): Promise<ImportView> {
        return (await post<Answered<ImportView>>(path('imports'), body, { headers })).data.data;
      },
      find: (id: string): Promise<ImportView> => read(`imports/${id}`),
      async list(): Promise<ImportHistory> {
        const { data } = await get<Answered<ImportListItem[]> & { meta: ImportLabels }>(path('imports'), {
          headers,
        });
        return { imports: data.data, labels: data.meta };
      },
      async undo(id: string): Promise<void> {
        await post(path(`imports/${id}/undo`), undefined, { headers });
      },
      async saveReport(id: string): Promise<void> {
        const { data } = await get<Blob>(path(`imports/${id}/report`), { headers, responseType: 'blob' });
        saveFile(data, `import-${id}.csv`);
      },
    };
  }, [get, post, put, del, locale]);
}

export type ImportsApi = ReturnType<typeof useImportsApi>;
