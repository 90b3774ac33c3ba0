import { Box, Flex } from '@strapi/design-system';
import { DATE_ORDERS, type DateOrder } from '../../../../shared/date-order';
import { HeadCell, Grid } from '../cells';
import { Choice } from '../choice';
import type { ContentView, ImportSetup, Proposal } from '../contract';
import { Scrolled } from '../scrolled';
import { useImportWords } from '../use-import-words';
import { ColumnRow } from './column-row';
import { ConstantList } from './constant-list';
import { KeyChoice } from './key-choice';
import type { SheetMatch } from './match';
import { heldAs } from './sheet-match';

/** A select cannot have an empty value. */
const NONE = '-';

interface Props {
  readonly proposal: Proposal;
  readonly match: SheetMatch;
  readonly languages: ImportSetup['languages'];
  readonly disabled: boolean;
  onChange(match: SheetMatch): void;
}

/** What a sheet holds, how its documents are found again, and which field each of its columns is. */
export function SheetEditor({ proposal, match, languages, disabled, onChange }: Props) {
  const { t, list, placeText } = useImportWords();
  const { contents } = proposal;
  const { file, table, holds, couldHold, columns, dateOrder } = match;
  const title = placeText({ file, table, row: null, column: null });
  const content = contents.find(({ name }) => name === holds);
  const labelsOf = (names: readonly string[]) =>
    names.map((name) => contents.find((one) => one.name === name)?.label ?? name);
  const hasDates = [...columns, ...match.constants].some(({ to }) =>
    content?.fields.some((field) => field.to === to && field.isDate),
  );
  return (
    <Box tag="li" paddingTop={4} style={{ minWidth: 0 }}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Choice
          label={t('match.holds', { title })}
          hint={
            content || couldHold.length === 0
              ? undefined
              : t('match.ambiguous', { contents: list(labelsOf(couldHold)) })
          }
          value={holds === '' ? NONE : holds}
          disabled={disabled}
          options={[
            { value: NONE, label: t('match.not-read') },
            ...contents.map(({ name, label }) => ({ value: name, label })),
          ]}
          onChoice={(next) => onChange(heldAs(proposal, match, next === NONE ? '' : next))}
        />
        {hasDates ? (
          <Choice
            label={t('match.date-order')}
            value={dateOrder === '' ? NONE : dateOrder}
            disabled={disabled}
            options={[
              { value: NONE, label: t('match.date-order.none') },
              ...DATE_ORDERS.map((order) => ({ value: order, label: t(`match.date-order.${order}`) })),
            ]}
            onChoice={(next) => onChange({ ...match, dateOrder: next === NONE ? '' : (next as DateOrder) })}
          />
        ) : null}
        {content ? (
          <KeyChoice
            match={match}
            content={content}
            disabled={disabled}
            onChange={(key) => onChange({ ...match, key })}
          />
        ) : null}
      </Flex>
      {content ? (
        <ConstantList
          match={match}
          content={content}
          languages={languages}
          disabled={disabled}
          onChange={(constants) => onChange({ ...match, constants })}
        />
      ) : null}
      {content ? (
        <Box paddingTop={3}>
          <Scrolled label={t('match.table', { title })}>
            <Columns
              match={match}
              content={content}
              languages={languages}
              disabled={disabled}
              onChange={onChange}
            />
          </Scrolled>
        </Box>
      ) : null}
    </Box>
  );
}

interface ColumnsProps extends Omit<Props, 'proposal'> {
  readonly content: ContentView;
}

function Columns({ match, content, languages, disabled, onChange }: ColumnsProps) {
  const { t } = useImportWords();
  const { columns } = match;
  return (
    <Grid>
      <thead>
        <tr>
          <HeadCell>{t('match.column')}</HeadCell>
          <HeadCell>{t('match.field')}</HeadCell>
          <HeadCell>{t('match.language')}</HeadCell>
          <HeadCell>{t('match.separator')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) =>
          column.header === '' ? null : (
            <ColumnRow
              key={index}
              column={column}
              content={content}
              languages={languages}
              disabled={disabled}
              onChange={(next) =>
                onChange({ ...match, columns: columns.map((one, at) => (at === index ? next : one)) })
              }
            />
          ),
        )}
      </tbody>
    </Grid>
  );
}
