import { useState, type ReactNode } from 'react';
import { Box, Button } from '@strapi/design-system';
import { useImportWords } from './use-import-words';

interface Props<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** How many are shown at first, and how many more each time. */
  readonly atOnce: number;
  /** The content of the `li` of an item. */
  children(item: Item): ReactNode;
}

/** A long list: its beginning, and a button for more of it. */
export function ListInParts<Item>({ label, items, atOnce, children }: Props<Item>) {
  const { t } = useImportWords();
  const [most, setMost] = useState(atOnce);
  return (
    <>
      <Box tag="ul" aria-label={label} style={{ listStyle: 'none' }}>
        {items.slice(0, most).map((item, index) => (
          <Box tag="li" key={index} paddingTop={3}>
            {children(item)}
          </Box>
        ))}
      </Box>
      {items.length > most ? (
        <Box paddingTop={3}>
          <Button variant="tertiary" onClick={() => setMost(most + atOnce)}>
            {t('more')}
          </Button>
        </Box>
      ) : null}
    </>
  );
}
