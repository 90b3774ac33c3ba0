import { Box, Flex, Typography } from '@strapi/design-system';
import { CopyButton } from './copy-button';

interface Props {
  readonly text: string;
  /** The copied text, where it differs from the displayed one. */
  readonly copied?: string;
  readonly label: string;
}

/** An address or digest in full, with a button that copies it. */
export function Address({ text, copied = text, label }: Props) {
  return (
    <Flex gap={1} style={{ minWidth: 0 }}>
      <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="pi" tag="code" textColor="neutral700">
          {text}
        </Typography>
      </Box>
      <Box style={{ flex: 'none' }}>
        <CopyButton text={copied} label={label} />
      </Box>
    </Flex>
  );
}
