export default { config: { locales: ['ka'] }, bootstrap() {} };
