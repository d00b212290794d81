/** What Discord's audit log says of whatever setting up does. */
export const reason = 'Approved by an organiser with /admin setup';
