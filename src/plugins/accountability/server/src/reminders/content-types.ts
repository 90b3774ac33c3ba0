import { internalType } from '../database/internal-type';

export const DELIVERY = 'plugin::accountability.reminder-delivery';

/** Deliveries of digests by recipient and day. The recipient is a keyed hash: no address is stored. */
export const reminderTypes = {
  'reminder-delivery': internalType({
    singular: 'reminder-delivery',
    plural: 'reminder-deliveries',
    table: 'accountability_reminder_deliveries',
    displayName: 'Reminder delivery',
    attributes: {
      recipient: { type: 'string', required: true },
      day: { type: 'string', required: true },
      /** When an instance claimed it. */
      claimedAt: { type: 'datetime' },
      sentAt: { type: 'datetime' },
    },
    indexes: [{ name: 'acc_reminders_day_uq', columns: ['recipient', 'day'], type: 'unique' }],
  }),
};
