/** The question about paths that a server's own onboarding asks of newcomers: what it offers, and what it takes to ask. */
import type { Community } from './community.ts';
import { holds, type Permission } from './permissions.ts';
import { whyUnsafe } from './role-safety.ts';
import type { Server } from './server.ts';
import type { IdOf } from './server-attributes.ts';
import { roleBinding } from './wanted-server.ts';

/** What the question's id is stored under. */
export const questionBinding = 'onboarding:path';

export interface Answer {
  readonly title: string;
  readonly emoji?: string;
  readonly roleId: string;
}

/** Answers Discord takes for one question. */
const most = 50;

/** Only roles that choosing a path brings: what can be picked is no proof of anything earned. */
function answersOn(community: Community, server: Server, idOf: IdOf): readonly Answer[] {
  return community.roles
    .filter(({ paths, certificates }) => paths.length > 0 && certificates.length === 0)
    .flatMap(({ key, name, emoji }) => {
      const id = idOf(roleBinding(key));
      const role = server.roles.find(one => one.id === id);
      if (!role || whyUnsafe(role, server, 'path')) return [];
      return [{ title: name, ...(emoji === undefined ? {} : { emoji }), roleId: role.id }];
    })
    .slice(0, most);
}

export type QuestionPlan =
  /** Only servers with the Community feature ask newcomers. */
  | { readonly kind: 'no-community' }
  /** The roles come first. */
  | { readonly kind: 'no-roles' }
  | { readonly kind: 'lacking'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'ready'; readonly answers: readonly Answer[] };

/** The only thing that Cairn ever asks Manage Server for. */
const needed = ['ManageGuild', 'ManageRoles'] as const satisfies readonly Permission[];

export function planQuestion(community: Community, server: Server, idOf: IdOf): QuestionPlan {
  if (!server.features.includes('COMMUNITY')) return { kind: 'no-community' };
  const answers = answersOn(community, server, idOf);
  if (answers.length === 0) return { kind: 'no-roles' };
  const permissions = needed.filter(permission => !holds(server.bot.permissions, permission));
  return permissions.length > 0 ? { kind: 'lacking', permissions } : { kind: 'ready', answers };
}

/** What became of asking. */
export type QuestionEnd =
  | { readonly kind: 'asked'; readonly isOn: boolean }
  | { readonly kind: 'not-asked'; readonly plan: QuestionPlan }
  | { readonly kind: 'refused' };
