/** The zod schemas of discord-api-spec come without types of their own. */
declare module 'discord-api-spec/zod';
