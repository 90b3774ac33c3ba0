import { Button } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useDeclaredWorkflows } from './use-declared';
import { useWords } from './use-words';

/** A button of the list view that toggles the filter by overdue. */
export function OverdueFilter() {
  const { t } = useWords();
  const { slug } = useParams<{ slug: string }>();
  const [{ query }, setQuery] = useQueryParams<{ overdue?: string; page?: number }>();
  const has = useDeclaredWorkflows().some(({ contentType, overdue }) => contentType === slug && overdue);
  if (!has) return null;
  const active = query?.overdue === 'true';
  return (
    <Button
      variant={active ? 'default' : 'tertiary'}
      aria-pressed={active}
      onClick={() => setQuery({ overdue: 'true', page: 1 }, active ? 'remove' : 'push')}
    >
      {t('overdue')}
    </Button>
  );
}
