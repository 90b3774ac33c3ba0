import { Typography } from '@strapi/design-system';
import { StatusBadge } from './status-badge';
import { useDeclaredWorkflows } from './use-declared';
import { useWords } from './use-words';

interface Header {
  readonly name: string;
  readonly cellFormatter?: (row: Record<string, unknown>, header: unknown, meta: unknown) => React.ReactNode;
}

interface ListPayload {
  readonly displayedHeaders: readonly Header[];
  readonly layout: unknown;
}

interface CellMeta {
  readonly model?: string;
}

function StatusCell({ contentType, field, code }: { contentType: string; field: string; code: string }) {
  const state = useDeclaredWorkflows()
    .find((workflow) => workflow.contentType === contentType && workflow.field === field)
    ?.states.find((candidate) => candidate.code === code);
  const { value } = useWords();
  if (state) return <StatusBadge state={state} />;
  return <Typography textColor="neutral800">{code ? value(code) : '-'}</Typography>;
}

/** Shows enumerations that mirror a state as badges in lists; other columns are unchanged. */
export const badgesInList = ({ displayedHeaders, ...rest }: ListPayload) => ({
  ...rest,
  displayedHeaders: displayedHeaders.map((header) => {
    const { attribute } = header as { attribute?: { type?: string } };
    if (attribute?.type !== 'enumeration' || header.cellFormatter) return header;
    return {
      ...header,
      cellFormatter: (row: Record<string, unknown>, _: unknown, meta: unknown) => (
        <StatusCell
          contentType={(meta as CellMeta).model ?? ''}
          field={header.name}
          code={typeof row[header.name] === 'string' ? (row[header.name] as string) : ''}
        />
      ),
    };
  }),
});
