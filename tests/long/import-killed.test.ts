import { testKilledImports } from '../support/killed-imports';

describe('an import whose process is killed', testKilledImports(30));
