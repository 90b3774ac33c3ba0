import { useIntl } from 'react-intl';
import { writingDirection } from '../../shared/writing-direction';

/** Writing direction of the panel's language. Strapi's own pages are left to right in every language. */
export const useDirection = (): 'ltr' | 'rtl' => writingDirection(useIntl().locale);

/**
 * Writing direction of a field for texts in any language: that of its text. With `auto` alone browsers read an empty
 * field from left to right, whatever surrounds it.
 */
export function useTextDirection(text: string): 'ltr' | 'rtl' | 'auto' {
  const own = useDirection();
  return text === '' ? own : 'auto';
}
