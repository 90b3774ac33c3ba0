import { publicRouter } from '../../../content-api/public-router';

export default publicRouter('api::progress-report.progress-report');
