import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Address } from './address';
import type { DatasetsAnswer } from './contract';
import { DatasetCard } from './dataset-card';
import { Findings } from './findings';
import { READ_PAGE } from './permissions';
import { ReleaseList } from './release-list';
import { Section } from '../section';
import { useAnswer } from '../use-answer';
import { useOpenDataWords } from './use-open-data-words';
import { useDirection } from '../use-direction';

function OpenData() {
  const { t } = useOpenDataWords();
  const direction = useDirection();
  const { data, problem } = useAnswer<DatasetsAnswer>('open-data/datasets');
  if (!data && !problem) return <Page.Loading />;
  return (
    <Page.Main dir={direction}>
      <Page.Title>{t('title')}</Page.Title>
      <Layouts.Header title={t('title')} subtitle={t('subtitle')} />
      <Layouts.Content>
        <Findings />
        <Section title={t('datasets.title')} hint={t('datasets.hint')} problem={problem}>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {(data?.datasets ?? []).map((dataset) => (
              <DatasetCard key={dataset.name} dataset={dataset} path={data?.path ?? ''} />
            ))}
          </Box>
        </Section>
        {data ? <ReleaseList path={data.path} /> : null}
        {data ? (
          <Section title={t('addresses.title')} hint={t('addresses.hint')}>
            {data.addresses.map((address) => (
              <Address key={address} text={address} label={t('copy-of', { title: address })} />
            ))}
          </Section>
        ) : null}
      </Layouts.Content>
    </Page.Main>
  );
}

/** The page of open data: datasets, releases, findings, and every other address. */
export default function OpenDataPage() {
  return (
    <Page.Protect permissions={READ_PAGE}>
      <OpenData />
    </Page.Protect>
  );
}
