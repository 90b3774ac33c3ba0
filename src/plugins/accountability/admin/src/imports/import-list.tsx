import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { onServer } from '../open-data/server-address';
import { Section } from '../section';
import type { Refusal } from '../workflow/contract';
import { VERDICTS, type ImportListItem } from './contract';
import { ImportActions } from './import-actions';
import type { ImportsApi } from './use-imports-api';
import { useImportWords } from './use-import-words';

interface Props {
  readonly api: ImportsApi;
  readonly imports: readonly ImportListItem[];
  readonly problem: Refusal | null;
  readonly contentTypes: Readonly<Record<string, string>>;
  readonly mappingLabel: (name: string) => string;
  readonly mayUndo: boolean;
  onChanged(): void;
}

/** Imports so far: who, when, which files, what came of them. */
export function ImportList(props: Props) {
  const { api, imports, problem, contentTypes, mappingLabel, mayUndo, onChanged } = props;
  const { t, moment, number, list } = useImportWords();
  const countsOf = ({ counts }: ImportListItem): string =>
    list(
      VERDICTS.flatMap((verdict) => {
        const sum = Object.values(counts ?? {}).reduce((total, ofType) => total + ofType[verdict], 0);
        return sum > 0 ? [`${t(`verdict.${verdict}`)}: ${number(sum)}`] : [];
      }),
    );
  return (
    <Section title={t('list.title')} problem={problem}>
      {imports.length === 0 && !problem ? <Typography>{t('list.none')}</Typography> : null}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {imports.map((item) => {
          const { id, status, dryRun, startedAt, startedBy, files, mapping, failure } = item;
          const title = `${list(files.map(({ name }) => name))}, ${moment(startedAt)}`;
          return (
            <Box
              tag="li"
              key={id}
              paddingTop={4}
              paddingBottom={4}
              borderColor="neutral150"
              borderStyle="solid"
              borderWidth="1px 0 0 0"
            >
              <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
                <Box style={{ flex: '1 1 20rem', minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Flex gap={2} wrap="wrap">
                    <Badge>{t(`status.${status}`)}</Badge>
                    <Typography fontWeight="bold" tag="h3" variant="omega">
                      {list(files.map(({ name }) => name))}
                    </Typography>
                  </Flex>
                  <Typography variant="pi" tag="p" textColor="neutral700">
                    {[
                      moment(startedAt),
                      startedBy,
                      mappingLabel(mapping),
                      ...(dryRun ? [t('list.check')] : []),
                    ].join(' · ')}
                  </Typography>
                  <Typography variant="pi" tag="p">
                    {failure?.message ?? countsOf(item)}
                  </Typography>
                  {files.map(({ name, digest, address }) =>
                    address === undefined ? null : (
                      <Typography key={digest} variant="pi" tag="p" textColor="primary600">
                        <a href={onServer(address)} download={name}>
                          {t('list.file', { name })}
                        </a>
                      </Typography>
                    ),
                  )}
                </Box>
                {status === 'running' ? null : (
                  <ImportActions
                    api={api}
                    job={item}
                    title={title}
                    contentTypes={contentTypes}
                    isUndoable={mayUndo && status === 'done' && !dryRun}
                    onUndone={onChanged}
                  />
                )}
              </Flex>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}
