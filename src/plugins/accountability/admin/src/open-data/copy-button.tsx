import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useOpenDataWords } from './use-open-data-words';

/**
 * Copies a text and shows the result.
 * @param label name of the text, for the button's label
 */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useOpenDataWords();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const run = async () => {
    const worked = await copy(text);
    toggleNotification({
      type: worked ? 'success' : 'warning',
      message: t(worked ? 'copied' : 'not-copied'),
    });
  };
  return (
    <IconButton label={label} variant="ghost" onClick={() => void run()}>
      <Duplicate />
    </IconButton>
  );
}
