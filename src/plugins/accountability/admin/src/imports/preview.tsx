import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ShownDocument } from './contract';
import { documentPlace } from './document-place';
import { ListInParts } from './list-in-parts';
import { useImportWords } from './use-import-words';
import { shortText } from './value-text';

const SHOWN_AT_ONCE = 20;
const MAX_LENGTH = 300;

function Document({ document, type }: { readonly document: ShownDocument; readonly type: string }) {
  const { t, list, placeText, field } = useImportWords();
  const { verdict, contentType, key, documentId, place, differences } = document;
  return (
    <>
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
                    value:
                      shortText(side === 'before' ? before : after, MAX_LENGTH, list) || t('preview.empty'),
                  })}
                </Typography>
              ))}
            </Box>
          ))}
        </Box>
      )}
    </>
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
      <ListInParts label={t('preview.title')} items={documents} atOnce={SHOWN_AT_ONCE}>
        {(document) => (
          <Document document={document} type={contentTypes[document.contentType] ?? document.contentType} />
        )}
      </ListInParts>
    </Box>
  );
}
