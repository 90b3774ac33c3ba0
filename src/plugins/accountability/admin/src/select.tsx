import { SingleSelect, type SingleSelectProps } from '@strapi/design-system';
import { useDirection } from './use-direction';

/** Strapi's select, which is laid out from left to right by default, whatever contains it. */
export const Select = (props: SingleSelectProps) => <SingleSelect dir={useDirection()} {...props} />;
