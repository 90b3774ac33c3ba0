import openData from './open-data/controller';
import feeds from './open-data/feeds/controller';
import summary from './open-data/summary/controller';
import workflow from './workflow/controller';

export default { 'open-data': openData, 'open-data-feeds': feeds, 'open-data-summary': summary, workflow };
