import { Box, Typography } from '@strapi/design-system';

/** A user's text as plain text, of any length and direction. */
export function PlainText({ text, small = false }: { readonly text: string; readonly small?: boolean }) {
  return (
    <Box
      dir="auto"
      // As wide as the text: text of the other direction is aligned at the start of the page, too.
      style={{
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
        overflow: 'hidden',
        width: 'fit-content',
        maxWidth: 'min(100%, 80rem)',
      }}
    >
      <Typography variant={small ? 'pi' : 'omega'} textColor="neutral800">
        {text}
      </Typography>
    </Box>
  );
}
