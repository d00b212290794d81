/** Accounts: people's and bots'. */
import type { UserRecord } from './records.ts';
import type { World } from './world.ts';

export interface NewUser {
  readonly name: string;
  readonly displayName?: string | undefined;
  readonly locale?: string | undefined;
}

export function createUser(world: World, user: NewUser, bot = false): UserRecord {
  const record: UserRecord = {
    id: world.ids.next(),
    name: user.name,
    displayName: user.displayName ?? null,
    bot,
    locale: user.locale ?? 'en-US',
    dmsClosed: false,
  };
  world.users.set(record.id, record);
  return record;
}

export function renameUser(world: World, user: UserRecord, name: string): void {
  user.name = name;
  world.bus.emit({ kind: 'user-changed', user });
}
