/** Whom a message really pings: what its text names, cut down by allowed_mentions and by what the author may. */
import type { APIAllowedMentions, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { GuildRecord } from '../records.ts';

export interface Mentions {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
}

export const noMentions: Mentions = { userIds: [], roleIds: [], everyone: false };

export interface MentionRules {
  readonly allowed: APIAllowedMentions | null | undefined;
  /** Without allowed_mentions: everything for ordinary messages, users only on interactions and webhooks. */
  readonly byDefault: 'everything' | 'users';
  readonly guild: GuildRecord | undefined;
  /** Whether the author may ping @everyone and any role. */
  readonly mayPingAll: boolean;
  /** Author of the message replied to. */
  readonly repliedUserId?: string | undefined;
}

export function resolveMentions(text: string, rules: MentionRules): Mentions {
  const reply = rules.repliedUserId;
  if (!text.includes('@') && reply === undefined) return noMentions;
  const users = new Set([...text.matchAll(/<@!?(\d+)>/g)].map(match => match[1] ?? ''));
  const roles = new Set([...text.matchAll(/<@&(\d+)>/g)].map(match => match[1] ?? ''));
  const allowed = rules.allowed ?? undefined;
  const parses = (kind: 'users' | 'roles' | 'everyone') =>
    allowed === undefined
      ? rules.byDefault === 'everything' || kind === 'users'
      : (allowed.parse as readonly string[] | undefined)?.includes(kind) === true;

  const userIds = [...users].filter(id => parses('users') || allowed?.users?.includes(id) === true);
  const pingsReplied = allowed === undefined || allowed.replied_user === true;
  if (reply !== undefined && pingsReplied && !userIds.includes(reply)) userIds.push(reply);
  const roleIds = [...roles].filter(id => {
    const role = rules.guild?.roles.get(id);
    if (role === undefined || !(role.mentionable || rules.mayPingAll)) return false;
    return parses('roles') || allowed?.roles?.includes(id) === true;
  });
  return { userIds, roleIds, everyone: rules.mayPingAll && parses('everyone') && /@(?:everyone|here)/.test(text) };
}

/** All text a message could ping from: its content and every text display, wherever it is nested. */
export function pingableText(content: string, components: readonly APIMessageTopLevelComponent[]): string {
  const parts = [content];
  const walk = (nodes: readonly object[]): void => {
    for (const node of nodes) {
      const { type, content: text, components: inner } = node as Record<string, unknown>;
      if (type === 10 && typeof text === 'string') parts.push(text);
      if (Array.isArray(inner)) walk(inner);
    }
  };
  walk(components);
  return parts.join('\n');
}
