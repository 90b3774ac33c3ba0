import { useIntl } from 'react-intl';
import { writingDirection } from '../../shared/writing-direction';

/** Writing direction of the panel's language. Strapi's own pages are left to right in every language. */
export const useDirection = (): 'ltr' | 'rtl' => writingDirection(useIntl().locale);
