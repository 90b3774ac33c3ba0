import type { Context } from 'koa';
import type { DatasetDeclaration } from './dataset';
import { formatsFor, type Format } from './formats/format';
import { ProblemError } from './problem';

export interface RequestedFile {
  readonly dataset: DatasetDeclaration;
  readonly format: Format;
  /** The address named no format: the reader's preferences decided. */
  readonly isNegotiated: boolean;
}

const typeOf = ({ mediaType }: Format): string => mediaType.split(';')[0] ?? mediaType;

const extensionsOf = (formats: readonly Format[]): string[] => formats.map(({ extension }) => extension);

/**
 * The dataset and format an address means: `milestones.csv`, or `milestones` and what the reader accepts. Without
 * a preference it is the first format.
 * @param base address of open data, named in refusals
 * @throws ProblemError 404 that lists what there is; 406 where the reader accepts no format there is
 */
export function requestedFile(
  ctx: Pick<Context, 'accepts'>,
  file: string,
  { datasets, formats, base }: Choices,
): RequestedFile {
  const dot = file.lastIndexOf('.');
  const [name, extension] = dot < 0 ? [file, null] : [file.slice(0, dot), file.slice(dot + 1)];
  const dataset = datasets.find((candidate) => candidate.name === name);
  if (!dataset) {
    throw new ProblemError('unknown-dataset', {
      received: name,
      members: {
        datasets: datasets.map((candidate) => candidate.name),
        formats: extensionsOf(formats),
        index: base,
      },
    });
  }
  const offered = formatsFor(formats, dataset);
  const members = { formats: extensionsOf(offered), index: base };
  if (extension === null) {
    const accepted = ctx.accepts(offered.map(typeOf));
    const format = offered.find((candidate) => typeOf(candidate) === accepted);
    if (!format) {
      throw new ProblemError('not-acceptable', {
        members: { ...members, mediaTypes: offered.map(typeOf) },
        headers: { Vary: 'Accept' },
      });
    }
    return { dataset, format, isNegotiated: true };
  }
  const format = offered.find((candidate) => candidate.extension === extension);
  if (!format) throw new ProblemError('unknown-format', { received: extension, members });
  return { dataset, format, isNegotiated: false };
}

interface Choices {
  readonly datasets: readonly DatasetDeclaration[];
  readonly formats: readonly Format[];
  readonly base: string;
}
