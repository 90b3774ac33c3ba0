/**
 * Reads an export of milestones to its end.
 * @param fields columns to ask for, with commas between; all where it is empty
 * @returns seconds, milliseconds until the first byte, bytes, and the rows the answer announces
 */
export async function download(base, format, fields = '') {
  const started = performance.now();
  // Content codings are measured elsewhere.
  const query = fields === '' ? '' : `?fields=${encodeURIComponent(fields)}`;
  const answer = await fetch(`${base}/api/open-data/milestones.${format}${query}`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  if (!answer.ok)
    throw new Error(`${format} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  let firstByte;
  let bytes = 0;
  for await (const part of answer.body) {
    firstByte ??= performance.now() - started;
    bytes += part.length;
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, firstByte, bytes, rows: Number(answer.headers.get('x-total-rows')) };
}
