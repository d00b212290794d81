/** Why something that is already on the server cannot be used, in a few words that go on from "it cannot be used: ". */
import type { Refusal } from '../domain/setup-plan.ts';

export const refusalWords: Readonly<Record<Refusal, string>> = {
  everyone: 'everybody has it',
  managed: 'an application or Discord itself gives it',
  bot: 'it belongs to a bot',
  integration: 'it belongs to an integration',
  boosters: 'Discord gives it to boosters',
  subscription: 'Discord gives it to subscribers',
  'linked-account': 'Discord gives it for a linked account',
  elevated: 'it carries permissions to manage, moderate or mention everyone',
  'self-assignable': 'members can pick it themselves when they join',
  'above-cairn': 'it stands above my own role',
  'asker-lacks-manage-roles': 'it takes Manage Roles, which you do not have',
  'above-asker': 'it stands above your own highest role',
  'asker-lacks-manage-channels': 'it takes Manage Channels, which you do not have',
  gone: 'it was deleted meanwhile',
  'ours-already': 'I use it already',
  'other-kind': 'it is of another kind',
};
