import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords } from './use-words';
import type { Words } from './contract';

/** A state with its colour and label: never the colour alone. */
export function StatusBadge({ state }: { state: { code: string; labels: Words; colour: string } }) {
  const { label } = useWords();
  return (
    <Flex gap={2} tag="span" display="inline-flex">
      <Box
        aria-hidden
        tag="span"
        style={{ width: 10, height: 10, borderRadius: 5, flex: 'none', background: state.colour }}
      />
      <Typography fontWeight="semiBold" textColor="neutral800">
        {label(state.labels, state.code)}
      </Typography>
    </Flex>
  );
}
