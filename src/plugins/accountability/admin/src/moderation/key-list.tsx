import { Box, Flex, Typography } from '@strapi/design-system';
import { useQueueWords } from './use-queue-words';
import type { QueueSetup } from '../../../shared/moderation-contract';

interface Props {
  readonly setup: QueueSetup;
  readonly isOpen: boolean;
  onToggle(isOpen: boolean): void;
}

function Key({ keys, name }: { readonly keys: readonly string[]; readonly name: string }) {
  return (
    <Flex tag="li" gap={1}>
      {keys.map((key) => (
        <Box
          key={key}
          tag="kbd"
          background="neutral100"
          borderColor="neutral200"
          hasRadius
          paddingLeft={2}
          paddingRight={2}
        >
          <Typography variant="pi" fontWeight="bold">
            {key}
          </Typography>
        </Box>
      ))}
      <Typography variant="pi">{name}</Typography>
    </Flex>
  );
}

/** The list of keyboard shortcuts. Moves with the same letter start from different states. */
export function KeyList({ setup, isOpen, onToggle }: Props) {
  const { t, label } = useQueueWords();
  const letters = [...new Set(setup.moves.flatMap(({ key, permitted }) => (key && permitted ? key : [])))];
  const namesOf = (letter: string): string =>
    setup.moves
      .filter(({ key, permitted }) => permitted && key === letter)
      .map(({ labels, transition }) => label(labels, transition))
      .join(' / ');
  return (
    <Box tag="details" open={isOpen} paddingBottom={4}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          onToggle(!isOpen);
        }}
      >
        <Typography variant="pi" fontWeight="bold" tag="span">
          {t('keys.title')}
        </Typography>
      </summary>
      <Flex tag="ul" gap={4} wrap="wrap" paddingTop={2}>
        <Key keys={['j', '↓']} name={t('keys.next')} />
        <Key keys={['k', '↑']} name={t('keys.previous')} />
        {letters.map((letter) => (
          <Key key={letter} keys={[letter]} name={namesOf(letter)} />
        ))}
        <Key keys={['x']} name={t('keys.choose')} />
        {setup.may.answer ? <Key keys={['e']} name={t('keys.answer')} /> : null}
        <Key keys={['?']} name={t('keys.help')} />
      </Flex>
    </Box>
  );
}
