export { isMailAddress } from '../plugins/accountability/server/src/mail/mail-address';
