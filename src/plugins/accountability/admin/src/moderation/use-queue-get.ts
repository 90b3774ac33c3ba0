import { useCallback } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

/** A GET request to the queue's API; titles and names are in the panel's language, whatever the browser's is. */
export function useQueueGet() {
  const { get } = useFetchClient();
  const { locale } = useIntl();
  return useCallback(
    async <Data>(address: string): Promise<Data> => {
      const { data } = await get<{ data: Data }>(`/accountability/moderation/${address}`, {
        headers: { 'Accept-Language': locale },
      });
      return data.data;
    },
    [get, locale],
  );
}
