import { useRef, useState, type DragEvent } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useImportWords } from './use-import-words';

interface Props {
  readonly busy: boolean;
  onFiles(files: readonly File[]): void;
}

/** Files to import, chosen or dragged here. */
export function FileChoice({ busy, onFiles }: Props) {
  const { t } = useImportWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const give = (files: FileList | null): void => {
    if (files && files.length > 0 && !busy) onFiles([...files]);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    give(event.dataTransfer.files);
  };

  return (
    <Box
      padding={6}
      hasRadius
      borderStyle="dashed"
      borderWidth="1px"
      borderColor={isOver ? 'primary600' : 'neutral300'}
      background={isOver ? 'primary100' : 'neutral0'}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <Flex direction="column" gap={3}>
        <Typography textColor="neutral700">{t('files.drop')}</Typography>
        <Button startIcon={<Upload />} loading={busy} onClick={() => input.current?.click()}>
          {t('files.choose')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {t('files.formats')}
        </Typography>
      </Flex>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl"
        style={{ display: 'none' }}
        onChange={({ target }) => {
          give(target.files);
          // The same file can be chosen again after it was corrected.
          target.value = '';
        }}
      />
    </Box>
  );
}
