import { changeLogTypes } from './change-log/content-types';
import { reminderTypes } from './reminders/content-types';
import { workflowTypes } from './workflow/content-types';

export default { ...workflowTypes, ...changeLogTypes, ...reminderTypes };
