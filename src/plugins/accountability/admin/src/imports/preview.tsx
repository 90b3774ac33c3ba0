import { useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ShownDocument } from './contract';
import { documentPlace } from './document-place';
import { useImportWords } from './use-import-words';
import { valueText } from './value-text';

const SHOWN_AT_ONCE = 20;
const LONGEST = 300;

const shortened = (value: unknown): string => {
  const text = valueText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

function Document({ document, type }: { readonly document: ShownDocument; readonly type: string }) {
  const { t, placeText, field } = useImportWords();
  const { verdict, contentType, key, documentId, place, differences } = document;
  return (
    <Box tag="li" paddingTop={3}>
      <Flex gap={2} wrap="wrap">
        <Badge>{t(`verdict.${verdict}`)}</Badge>
        <Typography fontWeight="bold">{type}</Typography>
        {verdict === 'changed' && documentId ? (
          <Typography tag={Link} to={documentPlace(contentType, documentId)} textColor="primary600">
            {key}
          </Typography>
        ) : (
          <Typography style={{ overflowWrap: 'anywhere' }}>{key}</Typography>
        )}
      </Flex>
      <Typography variant="pi" tag="p" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {placeText(place)}
      </Typography>
      {differences.length === 0 ? null : (
        <Box tag="dl" paddingTop={1}>
          {differences.map(({ attribute, locale, before, after }, index) => (
            <Box key={index} paddingTop={1}>
              <Typography tag="dt" variant="pi" fontWeight="bold">
                {field(contentType, attribute)}
                {locale === null ? '' : ` (${locale})`}
              </Typography>
              {(['before', 'after'] as const).map((side) => (
                <Typography
                  key={side}
                  tag="dd"
                  variant="pi"
                  dir="auto"
                  style={{ margin: 0, overflowWrap: 'anywhere' }}
                >
                  {t(`preview.${side}`, {
                    value: shortened(side === 'before' ? before : after) || t('preview.empty'),
                  })}
                </Typography>
              ))}
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

interface Props {
  readonly documents: readonly ShownDocument[];
  readonly total: number;
  readonly contentTypes: Readonly<Record<string, string>>;
}

/** The documents an import makes, changes or refuses, with what differs. */
export function Preview({ documents, total, contentTypes }: Props) {
  const { t, number } = useImportWords();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  return (
    <Box paddingTop={4}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('preview.title')}
      </Typography>
      {documents.length < total ? (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('first-shown', { shown: number(documents.length), total: number(total) })}
        </Typography>
      ) : null}
      <Box tag="ul" aria-label={t('preview.title')} style={{ listStyle: 'none' }}>
        {documents.slice(0, most).map((document, index) => (
          <Document
            key={index}
            document={document}
            type={contentTypes[document.contentType] ?? document.contentType}
          />
        ))}
      </Box>
      {documents.length > most ? (
        <Box paddingTop={3}>
          <Button variant="tertiary" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
            {t('more')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
