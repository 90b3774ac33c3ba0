import { publicRouter } from '../../../content-api/public-router';

export default publicRouter('api::action-plan.action-plan');
