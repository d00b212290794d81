/** The values of a command's options as a payload brings them. */
import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIInteractionDataResolved,
  APIUser,
} from 'discord-api-types/v10';
import type { Upload } from '../domain/evidence.ts';
import type { NamedMember, Option, Options } from './command.ts';
import { uploadOf } from './submission.ts';

type Value = string | boolean | Upload | NamedMember;
export type Values = Readonly<Record<string, Value | undefined>>;

/** What the ids among the values stand for. */
interface Named {
  readonly guildId: string | undefined;
  readonly resolved: APIInteractionDataResolved | undefined;
}

/** Undefined where the payload does not fit the declaration. */
export function givenOf(
  declared: Options,
  options: readonly APIApplicationCommandInteractionDataBasicOption[],
  named: Named,
): Values | undefined {
  const given: Record<string, Value | undefined> = {};
  for (const { name, value } of options as readonly { name: string; value: unknown }[]) {
    const option = Object.hasOwn(declared, name) ? declared[name] : undefined;
    const known = option && valueIn(option, value, named);
    if (known === undefined) return undefined;
    given[name] = known;
  }
  for (const name in declared) {
    if (declared[name]?.required && given[name] === undefined) return undefined;
  }
  return given;
}

function valueIn(option: Option, value: unknown, { guildId, resolved }: Named): Value | undefined {
  if (option.kind === 'flag') return typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  switch (option.kind) {
    case 'text':
      return option.choices && !Object.hasOwn(option.choices, value) ? undefined : value;
    case 'file':
      return uploadOf(resolved, value);
    case 'member': {
      const user = resolved?.users?.[value];
      if (!user || !guildId) return undefined;
      const name = nameOf(user, resolved?.members?.[value]);
      return { guildId, userId: value, name, ...(user.bot ? { isBot: true } : {}) };
    }
  }
}

/** Nickname, display name or user name, in this order. */
export function nameOf(
  { global_name, username }: Pick<APIUser, 'global_name' | 'username'>,
  member: { readonly nick?: string | null | undefined } | undefined,
): string {
  return member?.nick ?? global_name ?? username;
}
