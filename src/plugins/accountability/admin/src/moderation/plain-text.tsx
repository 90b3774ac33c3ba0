import { Box, Typography } from '@strapi/design-system';

/** A user's text as plain text, of any length and direction. */
export function PlainText({ text, small = false }: { readonly text: string; readonly small?: boolean }) {
  return (
    <Box
      dir="auto"
      style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', overflow: 'hidden', maxWidth: '80rem' }}
    >
      <Typography variant={small ? 'pi' : 'omega'} textColor="neutral800">
        {text}
      </Typography>
    </Box>
  );
}
