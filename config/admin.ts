import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET'),
    // In seconds. Strapi's own give a login without "remember me" thirty days as well, as long as it is renewed.
    sessions: {
      accessTokenLifespan: 30 * 60,
      idleSessionLifespan: 2 * 60 * 60,
      maxSessionLifespan: 24 * 60 * 60,
      idleRefreshTokenLifespan: 14 * 24 * 60 * 60,
      maxRefreshTokenLifespan: 30 * 24 * 60 * 60,
    },
  },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  // The site's own pages show what is published; left open, the panel would advertise setting a preview up.
  preview: { enabled: false },
  watchIgnoreFiles: ['**/.tmp/**', '**/tests/**'],
});

export default config;
