import { Box, Typography } from '@strapi/design-system';
import type { SourceView, TableView } from './contract';
import { Cell, Grid, HeadCell } from './cells';
import { Scrolled } from './scrolled';
import { useImportWords } from './use-import-words';
import { valueText } from './value-text';

function Table({ file, table, mapping }: { file: string; table: TableView; mapping: string }) {
  const { t, list, number } = useImportWords();
  const { name, header, headerRow, rows, readBy } = table;
  const readers = readBy[mapping] ?? [];
  const title = name === null ? file : t('place.sheet', { sheet: name });
  return (
    <Box paddingTop={3}>
      {name === null ? null : (
        <Typography tag="h4" variant="pi" fontWeight="bold">
          {title}
        </Typography>
      )}
      <Typography variant="pi" tag="p" textColor={readers.length > 0 ? 'neutral700' : 'danger600'}>
        {readers.length > 0 ? t('table.read', { tables: list(readers) }) : t('table.not-read')}
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
                  <Cell key={column}>{valueText(values[column]).slice(0, 80)}</Cell>
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
  readonly mapping: string;
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
