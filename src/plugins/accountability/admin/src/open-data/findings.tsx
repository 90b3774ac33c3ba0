import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { FindingsAnswer, FindingView } from './contract';
import { Section } from '../section';
import { useAnswer } from '../use-answer';
import { useOpenDataWords } from './use-open-data-words';

const placeOf = (contentType: string, { documentId, locale }: FindingView): string =>
  `/content-manager/collection-types/${contentType}/${documentId}` +
  (locale ? `?plugins[i18n][locale]=${locale}` : '');

/** Consistency findings, loaded on demand: what an editor should fix, with links. */
export function Findings() {
  const { t, label, field, number } = useOpenDataWords();
  const { data, problem, busy, ask } = useAnswer<FindingsAnswer>('open-data/findings', { atOnce: false });
  return (
    <Section
      title={t('findings.title')}
      hint={t('findings.hint')}
      problem={problem}
      action={
        <Button loading={busy} onClick={ask}>
          {t('findings.check')}
        </Button>
      }
    >
      {data ? (
        <Typography role="status" fontWeight="semiBold">
          {data.total === 0
            ? t('findings.none')
            : t('findings.total', { count: data.total, number: number(data.total) })}
        </Typography>
      ) : null}
      {(data?.groups ?? []).map(({ contentType, labels, total, findings }) => (
        <Box key={contentType} paddingTop={4}>
          <Typography variant="omega" fontWeight="bold" tag="h3">
            {`${label(labels, contentType)} (${number(total)})`}
          </Typography>
          {findings.length < total ? (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {t('findings.first', { shown: number(findings.length), total: number(total) })}
            </Typography>
          ) : null}
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {findings.map((finding, index) => (
              <Flex
                tag="li"
                key={`${finding.documentId} ${finding.code} ${index}`}
                direction="column"
                alignItems="flex-start"
                paddingTop={2}
              >
                <Typography tag={Link} to={placeOf(contentType, finding)} textColor="primary600">
                  {finding.title ?? finding.documentId}
                </Typography>
                <Typography variant="pi" textColor="neutral700">
                  {finding.path[0] ? `${field(contentType, finding.path[0])}: ` : ''}
                  {label(finding.messages)}
                </Typography>
              </Flex>
            ))}
          </Box>
        </Box>
      ))}
    </Section>
  );
}
