import { Box, Flex, SingleSelectOption, Typography } from '@strapi/design-system';
import { Select } from '../../select';
import type { CodeView } from '../contract';
import { useImportWords } from '../use-import-words';
import { columnWords, withWord } from './column-words';
import type { ColumnMatch } from './match';

/** A select cannot have an empty value. */
const NONE = '-';

interface Props {
  readonly column: ColumnMatch;
  readonly codes: readonly CodeView[];
  readonly disabled: boolean;
  onChange(values: ColumnMatch['values']): void;
}

/** The words in a column of a vocabulary, and which code each is. */
export function WordList({ column, codes, disabled, onChange }: Props) {
  const { t } = useImportWords();
  const { header, values } = column;
  const words = columnWords(column, codes);
  const unknown = words.filter(({ chosen, known }) => chosen === '' && known === null).length;
  return (
    <details open={unknown > 0 || Object.keys(values).length > 0}>
      <summary>
        <Typography variant="pi">{t('match.words', { column: header, unknown })}</Typography>
      </summary>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {words.map(({ word, chosen, known }) => (
          <Flex tag="li" key={word} gap={3} wrap="wrap" paddingTop={2}>
            <Typography variant="pi" dir="auto" style={{ flex: '1 1 12rem', minWidth: 0 }}>
              {word}
            </Typography>
            <Box style={{ flex: '2 1 16rem', minWidth: 0 }}>
              <Select
                aria-label={t('match.word-of', { word, column: header })}
                size="S"
                value={chosen === '' ? NONE : chosen}
                disabled={disabled}
                onChange={(next) => onChange(withWord(values, word, next === NONE ? '' : String(next)))}
              >
                <SingleSelectOption value={NONE}>
                  {known ? t('match.word.known', { label: known.label }) : t('match.word.unknown')}
                </SingleSelectOption>
                {codes.map(({ code, label }) => (
                  <SingleSelectOption key={code} value={code}>
                    {label}
                  </SingleSelectOption>
                ))}
              </Select>
            </Box>
          </Flex>
        ))}
      </Box>
    </details>
  );
}
