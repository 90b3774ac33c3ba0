import type { Core } from '@strapi/strapi';
import { hostRequire } from './host';

interface Stage {
  readonly type: string;
}
interface Link {
  readonly left: Stage;
  readonly right: Stage;
}
type Provider = object;

/** The parts of Strapi's data transfer that `strapi export` and `strapi import` are made of. */
interface DataTransfer {
  engine: {
    createTransferEngine(
      source: Provider,
      destination: Provider,
      options: object,
    ): { transfer(): Promise<unknown> };
  };
  file: {
    providers: {
      createLocalFileSourceProvider(options: object): Provider;
      createLocalFileDestinationProvider(options: object): Provider;
    };
  };
  strapi: {
    providers: {
      createLocalStrapiSourceProvider(options: object): Provider;
      createLocalStrapiDestinationProvider(options: object): Provider;
    };
  };
}

const plain = { encryption: { enabled: false }, compression: { enabled: false } };
const isAdmins = ({ type }: Stage): boolean => type.startsWith('admin::');

/** What the commands leave out as well: the users of the panel and what is theirs. */
const OPTIONS = {
  versionStrategy: 'ignore',
  schemaStrategy: 'strict',
  only: ['content'],
  transforms: {
    entities: [{ filter: (entity: Stage) => !isAdmins(entity) }],
    links: [{ filter: ({ left, right }: Link) => !isAdmins(left) && !isAdmins(right) }],
  },
};

const parts = (): DataTransfer => hostRequire('@strapi/data-transfer') as DataTransfer;

/** Writes the content to `<file>.tar`, as `strapi export --no-encrypt --no-compress --only content`. */
export async function exportContent(strapi: Core.Strapi, file: string): Promise<void> {
  const { engine, file: files, strapi: local } = parts();
  const source = local.providers.createLocalStrapiSourceProvider({
    getStrapi: () => strapi,
    autoDestroy: false,
  });
  const destination = files.providers.createLocalFileDestinationProvider({ ...plain, file: { path: file } });
  await engine.createTransferEngine(source, destination, OPTIONS).transfer();
}

/** Replaces the content by that of `<file>.tar`, as `strapi import --only content --force`. */
export async function importContent(strapi: Core.Strapi, file: string): Promise<void> {
  const { engine, file: files, strapi: local } = parts();
  const source = files.providers.createLocalFileSourceProvider({ ...plain, file: { path: `${file}.tar` } });
  const destination = local.providers.createLocalStrapiDestinationProvider({
    getStrapi: () => strapi,
    autoDestroy: false,
    strategy: 'restore',
    restore: {
      entities: { exclude: Object.keys(strapi.contentTypes).filter((type) => isAdmins({ type })) },
      assets: false,
      configuration: { webhook: false, coreStore: false },
    },
  });
  await engine.createTransferEngine(source, destination, OPTIONS).transfer();
}
