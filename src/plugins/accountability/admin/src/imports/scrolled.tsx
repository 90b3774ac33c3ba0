import type { ReactNode } from 'react';
import { Box } from '@strapi/design-system';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** A wide table: it scrolls by itself, by keyboard too, and the page does not. */
export const Scrolled = ({ label, children }: Props) => (
  <Box role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto', maxWidth: '100%' }}>
    {children}
  </Box>
);
