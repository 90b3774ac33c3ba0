import { Box } from '@strapi/design-system';
import { Discuss } from '@strapi/icons';
import type { ComponentProps } from 'react';
import { styled } from 'styled-components';
import { useCounts } from './use-counts';

const MAX_SHOWN = 999;

const Count = styled(Box)`
  position: absolute;
  top: -1.2rem;
  inset-inline-start: 1rem;
  min-width: 1.8rem;
  padding: 0 0.5rem;
  border-radius: 0.9rem;
  font-size: 1.1rem;
  line-height: 1.8rem;
  text-align: center;
  color: ${({ theme }) => theme.colors.neutral0};
  background: ${({ theme }) => theme.colors.primary600};
`;

/** The menu's icon, with the number of waiting comments. Strapi's menu itself supports only fixed numbers. */
export function MenuIcon(props: ComponentProps<typeof Discuss>) {
  const { counts } = useCounts();
  const waiting = counts?.waiting ?? 0;
  return (
    <span style={{ position: 'relative', display: 'flex' }}>
      <Discuss {...props} />
      {waiting > 0 ? (
        <Count tag="span" data-waiting={waiting}>
          {waiting > MAX_SHOWN ? `${MAX_SHOWN}+` : waiting}
        </Count>
      ) : null}
    </span>
  );
}
