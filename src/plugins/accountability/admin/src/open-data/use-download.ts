import { useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { download, DownloadError, type DownloadProgress } from './download';
import { saveFile } from './save-file';

export type DownloadState =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'running'; readonly progress: DownloadProgress }
  | { readonly kind: 'saved'; readonly name: string; readonly bytes: number; readonly rows: number | null }
  | { readonly kind: 'failed'; readonly reason: DownloadError['reason']; readonly detail: string | null };

const BEGINNING: DownloadProgress = { received: 0, total: null, rows: null };
/** Interval of progress updates; parts arrive much faster. */
const DRAWN_EVERY_MS = 100;

/** One download at a time, with its progress; the file is saved when it is complete. Unmounting cancels it. */
export function useDownload() {
  const { locale } = useIntl();
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (url: string): Promise<void> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const show = (next: DownloadState): void => {
        if (running.current === controller) setState(next);
      };
      let latest = BEGINNING;
      let drawing: number | undefined;
      const draw = () => {
        drawing = undefined;
        show({ kind: 'running', progress: latest });
      };
      const onProgress = (progress: DownloadProgress) => {
        latest = progress;
        drawing ??= window.setTimeout(draw, DRAWN_EVERY_MS);
      };
      setState({ kind: 'running', progress: BEGINNING });
      try {
        const { content, name, rows } = await download(url, {
          language: locale,
          signal: controller.signal,
          onProgress,
        });
        if (controller.signal.aborted) return show({ kind: 'cancelled' });
        saveFile(content, name);
        show({ kind: 'saved', name, bytes: content.size, rows });
      } catch (error) {
        if (controller.signal.aborted) return show({ kind: 'cancelled' });
        const { reason, detail } = error instanceof DownloadError ? error : new DownloadError('broken');
        show({ kind: 'failed', reason, detail });
      } finally {
        window.clearTimeout(drawing);
      }
    },
    [locale],
  );

  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}
