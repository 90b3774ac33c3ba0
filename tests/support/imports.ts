import type { Tracker } from './tracker';

export interface ImportProblemView {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly place: { file: string; table: string | null; row: number | null; column: string | null };
  readonly message: string;
}

/** An import as its answers have it. */
export interface ImportView {
  readonly id: string;
  readonly status: string;
  readonly dryRun: boolean;
  readonly startedBy?: string;
  readonly failure: { code: string; message: string } | null;
  readonly files: readonly { name: string; digest: string; bytes: number; address?: string }[];
  readonly result: {
    readonly applied: boolean;
    readonly errors: number;
    readonly warnings: number;
    readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly problems: readonly ImportProblemView[];
  } | null;
}

export interface ImportAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly data: ImportView;
  readonly error: {
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>> & { readonly code: string };
  };
}

export interface SentFile {
  readonly name: string;
  readonly content: string | Buffer;
}

export interface SentImport {
  readonly token?: string;
  readonly files?: readonly SentFile[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const API = '/api/accountability/imports';

/** Sends a form with files. */
export async function sendForm(
  { request }: Pick<Tracker, 'request'>,
  address: string,
  { token, files = [], fields = {}, headers = {} }: SentImport,
): Promise<ImportAnswer> {
  const sent = request.post(address).set(headers);
  if (token) void sent.set('Authorization', `Bearer ${token}`);
  void sent.field(fields);
  for (const { name, content } of files) void sent.attach('files', Buffer.from(content), name);
  const { status, headers: received, body } = await sent;
  return { status, location: received.location, data: body.data, error: body.error };
}

/** An import by an API token: by the mapping `native` unless the fields say otherwise. */
export const sendImport = (tracker: Pick<Tracker, 'request'>, sent: SentImport): Promise<ImportAnswer> =>
  sendForm(tracker, API, { ...sent, fields: { mapping: 'native', ...sent.fields } });

/** Asks for an import until it has ended. */
export async function endOfImport(
  { request }: Pick<Tracker, 'request'>,
  address: string,
  token: string,
): Promise<ImportView> {
  for (const end = Date.now() + 60_000; ;) {
    const { status, body } = await request.get(address).set('Authorization', `Bearer ${token}`);
    if (status !== 200) throw new Error(`${address}: ${status} ${JSON.stringify(body)}`);
    if (body.data.status !== 'running') return body.data as ImportView;
    if (Date.now() > end) throw new Error(`${address} does not end`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** An import from its request to its end. */
export async function importBy(
  tracker: Pick<Tracker, 'request'>,
  token: string,
  sent: Omit<SentImport, 'token'>,
): Promise<ImportView> {
  const { status, location, error } = await sendImport(tracker, { ...sent, token });
  if (status !== 202 || location === undefined) throw new Error(`${status} ${JSON.stringify(error)}`);
  return endOfImport(tracker, location, token);
}

/** Somebody who is logged in to the panel, with what they do with imports. */
export const panelImports = (tracker: Pick<Tracker, 'request'>, token: string) => {
  const { request } = tracker;
  const bearer = `Bearer ${token}`;
  const answerOf = ({ status, body }: { status: number; body: { data: never; error: never } }) => ({
    status,
    data: body.data as ImportView & { upload: string },
    error: body.error as ImportAnswer['error'],
  });
  const send = async (address: string, body: object) =>
    answerOf(await request.post(`/accountability${address}`).set('Authorization', bearer).send(body));
  const upload = (...files: SentFile[]) =>
    sendForm(tracker, '/accountability/import-files', { token, files }) as unknown as Promise<
      ImportAnswer & { data: { upload: string; files: ImportView['files'] } }
    >;
  const start = (body: object) => send('/imports', { mapping: 'native', ...body });
  const end = (id: string) => endOfImport(tracker, `/accountability/imports/${id}`, token);
  return {
    upload,
    start,
    end,
    undo: (id: string) => send(`/imports/${id}/undo`, {}),
    get: async (address: string) =>
      answerOf(await request.get(`/accountability${address}`).set('Authorization', bearer)),
    /** Uploads files and imports them. */
    async run(files: readonly SentFile[], body: object = {}): Promise<ImportView> {
      const { data } = await upload(...files);
      const started = await start({ upload: data.upload, ...body });
      if (started.status !== 202) throw new Error(`${started.status} ${JSON.stringify(started.error)}`);
      return end(started.data.id);
    },
  };
};

/** Lines of a CSV file. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

/** Number of rows of every table of the content, and of states, histories and the change log. */
export async function rowCounts({ strapi }: Pick<Tracker, 'strapi'>): Promise<Record<string, number>> {
  // The index of the search follows the content by itself, a moment later.
  const bookkeeping = /^(strapi_|admin_|up_|accountability_search_)|_imports$|imported_documents$/;
  const tables = [...strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter((name) => !bookkeeping.test(name));
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await strapi.db.connection(table).count({ rows: '*' });
    counts[table] = Number(row?.rows);
  }
  return counts;
}
