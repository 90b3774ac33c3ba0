import { Box, Typography } from '@strapi/design-system';
import type { SourceView, TableView } from './contract';
import { Cell, Grid, HeadCell } from './cells';
import { Scrolled } from './scrolled';
import { useImportWords } from './use-import-words';
import { shortText } from './value-text';

const MAX_LENGTH = 80;

function Table({ file, table, mapping }: { file: string; table: TableView; mapping: string | null }) {
  const { t, list, number } = useImportWords();
  const { name, header, headerRow, rows, readBy } = table;
  const readers = mapping === null ? [] : (readBy[mapping]?.tables ?? []);
  const isUnread = mapping !== null && readers.length === 0;
  const title = name === null ? file : t('place.sheet', { sheet: name });
  return (
    <Box paddingTop={3}>
      {name === null ? null : (
        <Typography tag="h4" variant="pi" fontWeight="bold">
          {title}
        </Typography>
      )}
      <Typography variant="pi" tag="p" textColor={isUnread ? 'danger600' : 'neutral700'}>
        {readers.length > 0 ? t('table.read', { tables: list(readers) }) : null}
        {isUnread ? t('table.not-read') : null}
        {headerRow === null ? '' : ` ${t('table.header-row', { row: number(headerRow) })}`}
      </Typography>
      <Scrolled label={t('table.sample', { title: name === null ? file : `${file}, ${title}` })}>
        <Grid>
          <thead>
            <tr>
              {header.map((column, index) => (
                <HeadCell key={index}>{column}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((values, index) => (
              <tr key={index}>
                {header.map((_, column) => (
                  <Cell key={column}>{shortText(values[column], MAX_LENGTH, list)}</Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Grid>
      </Scrolled>
    </Box>
  );
}

interface Props {
  readonly sources: readonly SourceView[];
  /** Null where somebody has put the mapping together: what it reads is shown with it. */
  readonly mapping: string | null;
}

/** What is in the files: format, encoding, tables with their header and first rows. */
export function SourceList({ sources, mapping }: Props) {
  return (
    <Box tag="ul" style={{ listStyle: 'none' }}>
      {sources.map(({ file, format, encoding, tables }, index) => (
        <Box tag="li" key={`${file} ${index}`} paddingTop={4} style={{ minWidth: 0 }}>
          <Typography tag="h3" variant="omega" fontWeight="bold">
            {[file, format.toUpperCase(), ...(encoding === null ? [] : [encoding.toUpperCase()])].join(' · ')}
          </Typography>
          {tables.map((table, position) => (
            <Table key={position} file={file} table={table} mapping={mapping} />
          ))}
        </Box>
      ))}
    </Box>
  );
}
