import openData from './open-data/controller';
import warnings from './warnings/controller';
import workflow from './workflow/controller';

export default { 'open-data': openData, warnings, workflow };
