/** The part of Intl.Locale that Node 20 has as a property and later versions as a method. */
interface TextInfo {
  readonly textInfo?: { readonly direction?: string };
  getTextInfo?(): { readonly direction?: string };
}

/** Which way a language is written, by the Unicode data of the platform. Pure. */
export function writingDirection(code: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(code) as Intl.Locale & TextInfo;
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
}
