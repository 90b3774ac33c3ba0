import changeLog from './change-log/service';
import reminders from './reminders/service';
import workflows from './workflow/service';

export default { workflows, reminders, changeLog };
