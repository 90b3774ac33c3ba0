import { VERDICTS, type CountsByType } from './contract';
import { Cell, Grid, HeadCell } from './cells';
import { Scrolled } from './scrolled';
import { useImportWords } from './use-import-words';

interface Props {
  readonly counts: CountsByType;
  readonly contentTypes: Readonly<Record<string, string>>;
}

/** What would be, or was, made, changed, left alone and refused, by content type. */
export function CountsTable({ counts, contentTypes }: Props) {
  const { t, number } = useImportWords();
  return (
    <Scrolled label={t('counts.title')}>
      <Grid>
        <thead>
          <tr>
            <HeadCell>{t('counts.type')}</HeadCell>
            {VERDICTS.map((verdict) => (
              <HeadCell key={verdict}>{t(`verdict.${verdict}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(counts).map(([contentType, ofType]) => (
            <tr key={contentType}>
              <Cell>{contentTypes[contentType] ?? contentType}</Cell>
              {VERDICTS.map((verdict) => (
                <Cell key={verdict}>{number(ofType[verdict])}</Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Grid>
    </Scrolled>
  );
}
