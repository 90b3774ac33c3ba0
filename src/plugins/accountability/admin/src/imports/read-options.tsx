import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Choice } from './choice';
import type { ReadChoice, SourceView } from './contract';
import { useImportWords } from './use-import-words';

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'];
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
/** A select cannot have an empty value. */
const DETECT = 'detect';

interface Props {
  /** The files as detection read them. */
  readonly detected: readonly SourceView[];
  readonly choice: ReadChoice;
  readonly disabled: boolean;
  onChoice(choice: ReadChoice): void;
}

/** How the files are read, for when detection was wrong. */
export function ReadOptions({ detected, choice, disabled, onChoice }: Props) {
  const { t } = useImportWords();
  const [headerRow, setHeaderRow] = useState(choice.headerRow);
  const formats = new Set(detected.map(({ format }) => format));
  const sheets = detected.flatMap(({ format, tables }) =>
    format === 'xlsx' ? tables.flatMap(({ name }) => name ?? []) : [],
  );
  const select = (name: keyof ReadChoice, key: string, options: readonly (readonly [string, string])[]) => (
    <Choice
      label={t(`read.${key}`)}
      value={choice[name] || DETECT}
      disabled={disabled}
      options={[
        { value: DETECT, label: t(name === 'sheet' ? 'read.all-sheets' : 'read.detected') },
        ...options.map(([value, label]) => ({ value, label })),
      ]}
      onChoice={(value) => onChoice({ ...choice, [name]: value === DETECT ? '' : value })}
    />
  );
  const apply = (): void => {
    if (headerRow !== choice.headerRow) onChoice({ ...choice, headerRow });
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end" paddingTop={4}>
      {formats.has('csv') || formats.has('json') || formats.has('ndjson')
        ? select(
            'encoding',
            'encoding',
            ENCODINGS.map((code) => [code, code.toUpperCase()] as const),
          )
        : null}
      {formats.has('csv')
        ? select(
            'separator',
            'separator',
            Object.entries(SEPARATORS).map(([code, name]) => [code, t(`separator.${name}`)] as const),
          )
        : null}
      {sheets.length > 1
        ? select(
            'sheet',
            'sheet',
            [...new Set(sheets)].map((name) => [name, name] as const),
          )
        : null}
      {formats.has('csv') || formats.has('xlsx') ? (
        <Box style={{ flex: '1 1 16rem', minWidth: 0 }}>
          <Field.Root>
            <Field.Label>{t('read.header-row')}</Field.Label>
            <Flex gap={2}>
              <TextInput
                type="number"
                min={1}
                value={headerRow}
                disabled={disabled}
                placeholder={t('read.detected')}
                onChange={({ target }: { target: { value: string } }) => setHeaderRow(target.value)}
              />
              <Button
                variant="tertiary"
                size="M"
                disabled={disabled || headerRow === choice.headerRow}
                onClick={apply}
              >
                {t('read.apply')}
              </Button>
            </Flex>
          </Field.Root>
        </Box>
      ) : null}
    </Flex>
  );
}
