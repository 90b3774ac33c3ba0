import openData from './open-data/controller';
import feeds from './open-data/feeds/controller';
import workflow from './workflow/controller';

export default { 'open-data': openData, 'open-data-feeds': feeds, workflow };
