import config from './config';
import register from './register';
import routes from './routes';
import controllers from './controllers';

export default { config, register, routes, controllers };
