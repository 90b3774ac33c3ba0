import workflows from './workflow/service';

export default { workflows };
