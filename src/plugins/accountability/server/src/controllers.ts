import openDataCatalogue from './open-data/catalogue/controller';
import openData from './open-data/controller';
import warnings from './warnings/controller';
import workflow from './workflow/controller';

export default { 'open-data': openData, 'open-data-catalogue': openDataCatalogue, warnings, workflow };
