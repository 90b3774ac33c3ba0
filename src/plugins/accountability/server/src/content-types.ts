import { importTypes } from './import/jobs/content-types';
import { savedMappingTypes } from './import/saved/content-types';
import { changeLogTypes } from './change-log/content-types';
import { followTypes } from './follow/content-types';
import { moderationTypes } from './moderation/content-types';
import { noticeTypes } from './moderation/notices/content-types';
import { releaseTypes } from './releases/content-types';
import { reminderTypes } from './reminders/content-types';
import { workflowTypes } from './workflow/content-types';

export default {
  ...workflowTypes,
  ...changeLogTypes,
  ...reminderTypes,
  ...releaseTypes,
  ...moderationTypes,
  ...noticeTypes,
  ...followTypes,
  ...importTypes,
  ...savedMappingTypes,
};
