import openData from './open-data/controller';

export default { 'open-data': openData };
