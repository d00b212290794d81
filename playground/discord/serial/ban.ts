/** Bans as the API gives them. */
import type { APIBan } from 'discord-api-types/v10';
import type { BanRecord } from '../state/members/ban-record.ts';
import type { UserRecord } from '../state/records.ts';
import { userJson } from './user.ts';

export function banJson({ userId, reason }: BanRecord, users: ReadonlyMap<string, UserRecord>): APIBan {
  const user = users.get(userId);
  if (user === undefined) throw new Error(`the ban of ${userId} names nobody`);
  return { user: userJson(user), reason };
}
