/** What Discord has room for: roles on a server, channels on it (a category counts as one), channels in a category, events to come. */
export const serverLimits = { roles: 250, channels: 500, inCategory: 50, scheduledEvents: 100 } as const;
