/** The name under which Strapi knows the plugin; prefix of its translation keys and addresses. */
export const PLUGIN_ID = 'accountability';
