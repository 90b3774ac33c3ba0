import { useEffect, useState } from 'react';

/** Number of rows of an export: null until known, `failed` where the server returns none. */
export function useRowCount(url: string | null): number | null | 'failed' {
  const [rows, setRows] = useState<number | null | 'failed'>(null);
  useEffect(() => {
    setRows(null);
    if (url === null) return;
    const controller = new AbortController();
    fetch(url, { method: 'HEAD', signal: controller.signal })
      .then(({ ok, headers }) => {
        const total = headers.get('x-total-rows');
        setRows(ok && total !== null ? Number(total) : 'failed');
      })
      .catch(() => !controller.signal.aborted && setRows('failed'));
    return () => controller.abort();
  }, [url]);
  return rows;
}
