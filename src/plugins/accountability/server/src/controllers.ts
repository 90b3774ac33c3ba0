import openData from './open-data/controller';
import workflow from './workflow/controller';

export default { 'open-data': openData, workflow };
