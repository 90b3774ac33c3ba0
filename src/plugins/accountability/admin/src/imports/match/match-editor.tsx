import { Box, Button, Typography } from '@strapi/design-system';
import type { ImportSetup, MappingView } from '../contract';
import type { ImportsApi } from '../use-imports-api';
import { useImportWords } from '../use-import-words';
import { SaveMapping } from './save-mapping';
import { SheetEditor } from './sheet-editor';
import { tablesOfMatches } from './sheet-match';
import type { Matching } from './use-match';

interface Props {
  readonly api: ImportsApi;
  readonly matching: Matching;
  readonly mapping: MappingView;
  readonly languages: ImportSetup['languages'];
  readonly disabled: boolean;
  /** Whether the user may save mappings. */
  readonly maySave: boolean;
  onCorrected(): void;
  /** Called with the name of the mapping that is to be chosen now; null after it was deleted. */
  onSaved(name: string | null): void;
}

/** Which field each column of the files is: what was proposed or saved, to be corrected and kept. */
export function MatchEditor({
  api,
  matching,
  mapping,
  languages,
  disabled,
  maySave,
  onCorrected,
  onSaved,
}: Props) {
  const { t, messageText } = useImportWords();
  const { shown, refusal, isCorrected, correct } = matching;
  if (refusal) {
    return (
      <Typography textColor="danger600" tag="p" role="alert">
        {messageText(refusal)}
      </Typography>
    );
  }
  if (!shown) return <Typography role="status">{t('loading')}</Typography>;
  const { proposal, first, matches } = shown;
  const change = (next: typeof matches): void => {
    correct(next);
    onCorrected();
  };
  return (
    <Box tag="section" aria-label={t('match.title')} paddingTop={6}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('match.title')}
      </Typography>
      <Typography variant="pi" tag="p" textColor="neutral600">
        {t('match.hint')}
      </Typography>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {matches.map((match, index) => (
          <SheetEditor
            key={index}
            proposal={proposal}
            match={match}
            languages={languages}
            disabled={disabled}
            onChange={(next) => change(matches.map((one, at) => (at === index ? next : one)))}
          />
        ))}
      </Box>
      {isCorrected ? (
        <Box paddingTop={4}>
          <Button variant="tertiary" disabled={disabled} onClick={() => change(first)}>
            {t('match.reset')}
          </Button>
        </Box>
      ) : null}
      {maySave ? (
        <SaveMapping
          key={mapping.name}
          api={api}
          saved={mapping.saved}
          tables={tablesOfMatches(matches, proposal.contents)}
          disabled={disabled}
          onSaved={onSaved}
        />
      ) : null}
    </Box>
  );
}
