import { useEffect, useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useFetchClient, Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { StatusBadge } from './status-badge';
import { useWords } from './use-words';
import type { Overview, OverviewItem } from './contract';
import { useDirection } from '../use-direction';

let asked: Promise<Overview> | undefined;

/** The three widgets of the home page share a request; the next visit sends another. */
function overview(ask: () => Promise<Overview>): Promise<Overview> {
  asked ??= ask().finally(() => {
    asked = undefined;
  });
  return asked;
}

/** One list of the overview on the home page. */
function OverviewList({ list }: { list: keyof Overview }) {
  const { t, label, partialDate, moment } = useWords();
  const direction = useDirection();
  const { get } = useFetchClient();
  const [items, setItems] = useState<readonly OverviewItem[] | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    overview(() =>
      get<{ data: Overview }>('/accountability/workflow-overview').then(({ data }) => data.data),
    ).then(
      (lists) => !gone && setItems(lists[list]),
      () => !gone && setItems('failed'),
    );
    return () => {
      gone = true;
    };
  }, [get, list]);

  if (items === 'loading') return <Widget.Loading />;
  if (items === 'failed') return <Widget.Error />;
  if (items.length === 0) return <Widget.NoData>{t(`widget.${list}.empty`)}</Widget.NoData>;
  const when = ({ endDate, endPrecision, since, at }: OverviewItem) =>
    endDate ? partialDate(endDate, endPrecision ?? 'day') : moment(since ?? at ?? '');
  return (
    <Box tag="ul" dir={direction} style={{ listStyle: 'none' }}>
      {items.map((item, index) => (
        <Box tag="li" key={`${item.documentId}-${index}`} paddingBottom={3}>
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography
              tag={Link}
              to={`/content-manager/collection-types/${item.contentType}/${item.documentId}`}
              fontWeight="semiBold"
              textColor="primary600"
              ellipsis
              maxWidth="100%"
            >
              <bdi>{item.title ?? item.documentId}</bdi>
            </Typography>
            <Flex gap={2} wrap="wrap">
              {item.state || item.to ? <StatusBadge state={(item.state ?? item.to)!} /> : null}
              <Typography variant="pi" textColor="neutral600">
                {item.transition ? `${label(item.labels) || t(`history.${item.transition}`)} · ` : ''}
                {when(item)}
                {item.actor?.name ? (
                  <>
                    {' · '}
                    <bdi>{item.actor.name}</bdi>
                  </>
                ) : null}
              </Typography>
            </Flex>
          </Flex>
        </Box>
      ))}
    </Box>
  );
}

export const OverdueWidget = () => <OverviewList list="overdue" />;
export const AwaitingWidget = () => <OverviewList list="awaiting" />;
export const LatestWidget = () => <OverviewList list="latest" />;
