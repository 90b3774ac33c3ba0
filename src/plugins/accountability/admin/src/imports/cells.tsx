import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

export const Grid = styled.table`
  border-collapse: collapse;
  th,
  td {
    padding: 0.6rem 1.2rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    vertical-align: top;
  }
`;

export const HeadCell = ({ children }: { readonly children: ReactNode }) => (
  <th scope="col">
    <Typography variant="pi" fontWeight="bold">
      {children}
    </Typography>
  </th>
);

export const Cell = ({ children }: { readonly children: ReactNode }) => (
  <td>
    <Typography variant="pi" dir="auto">
      {children}
    </Typography>
  </td>
);
