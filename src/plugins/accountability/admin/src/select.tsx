import { SingleSelect, type SingleSelectProps } from '@strapi/design-system';
import { useDirection } from './use-direction';

/** Strapi's select, which is laid out from left to right unless it is told otherwise, whatever it stands in. */
export const Select = (props: SingleSelectProps) => <SingleSelect dir={useDirection()} {...props} />;
