/** A page as it came, and as it is read. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a reader sees, without markup and with one blank for many. */
  readonly seen: string;
}

/** A text without the escapes of markup. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Values of an attribute of elements, by the beginning of their tags. */
export const attributes = (text: string, element: string, attribute: string): string[] =>
  [...text.matchAll(new RegExp(`<${element}\\s[^>]*?\\b${attribute}="([^"]*)"`, 'g'))].map(([, value]) =>
    unescaped(value as string),
  );

/** Asks for a page of the site. */
export async function readPage(
  { url }: { readonly url: string },
  path: string,
  headers: Record<string, string> = {},
): Promise<PageAnswer> {
  const answer = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
  const text = await answer.text();
  const body = text.replace(/<(script|title)[^>]*>.*?<\/\1>/gs, '');
  const seen = unescaped(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
  return { status: answer.status, headers: answer.headers, text, seen };
}
