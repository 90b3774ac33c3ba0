import type { Context } from 'koa';
import type { DatasetDeclaration } from '../datasets/declaration';
import { formatsFor, type Format } from './formats/format';
import { ProblemError } from '../http/problem-details';

export interface RequestedFile {
  readonly dataset: DatasetDeclaration;
  readonly format: Format;
  /** The path named no format: content negotiation decided. */
  readonly isNegotiated: boolean;
}

const HTML = 'text/html';
const XML = 'application/xml';

const typeOf = ({ mediaType }: Format): string => mediaType.split(';')[0] ?? mediaType;

const extensionsOf = (formats: readonly Format[]): string[] => formats.map(({ extension }) => extension);

/**
 * The dataset and format a path means: `milestones.csv`, or `milestones` and the `Accept` header. Without a
 * preference it is the first format.
 * @param base address of open data, named in errors
 * @throws ProblemError 404 that lists the alternatives; 406 where no format is acceptable
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
    const format = acceptedFormat(ctx, offered);
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

/**
 * The preferred format, the first one without a preference. Browsers accept HTML first and XML second, which nobody
 * who typed an address means: where HTML is preferred, XML comes last.
 */
function acceptedFormat(ctx: Pick<Context, 'accepts'>, offered: readonly Format[]): Format | undefined {
  const bestOf = (formats: readonly Format[]) => {
    const accepted = ctx.accepts(formats.map(typeOf));
    return formats.find((candidate) => typeOf(candidate) === accepted);
  };
  const isBrowser = ctx.accepts([HTML, XML]) === HTML;
  const meant = isBrowser ? bestOf(offered.filter((format) => typeOf(format) !== XML)) : undefined;
  return meant ?? bestOf(offered);
}

interface Choices {
  readonly datasets: readonly DatasetDeclaration[];
  readonly formats: readonly Format[];
  readonly base: string;
}
