import { useIntl } from 'react-intl';
import { writingDirection } from '../../shared/writing-direction';

/** Which way the panel's language is written. Strapi lays its own pages out from left to right in every language. */
export const useDirection = (): 'ltr' | 'rtl' => writingDirection(useIntl().locale);
