/** The part of Intl.Locale that is a property in Node 20 and a method in later versions. */
interface TextInfo {
  readonly textInfo?: { readonly direction?: string };
  getTextInfo?(): { readonly direction?: string };
}

/** By language: each page needs it, and the platform looks its data up anew each time. */
const known = new Map<string, 'ltr' | 'rtl'>();

/** Writing direction of a language, from the platform's Unicode data. Pure. */
export function writingDirection(code: string): 'ltr' | 'rtl' {
  const direction = known.get(code) ?? readDirection(code);
  known.set(code, direction);
  return direction;
}

function readDirection(code: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(code) as Intl.Locale & TextInfo;
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
}
