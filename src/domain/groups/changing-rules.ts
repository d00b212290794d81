/** Organisers turn a kind of ping on or off, or move it: whether that can be, and what holds afterwards. */
import type { PingKind, PingRules } from './ping.ts';
import { type LeadRule, minutesOf, type RuleName, timeOf, weekdayOf } from './ping-rules.ts';
import { movedLead } from './usual-lead.ts';

/** As typed or picked. */
export type RuleChange =
  | { readonly rule: RuleName; readonly kind: 'switch'; readonly on: boolean }
  | { readonly rule: LeadRule; readonly kind: 'lead'; readonly minutes: string }
  | { readonly rule: 'weekPlan' | 'digest'; readonly kind: 'week'; readonly day: string; readonly at: string };

export type RuleDecision =
  | { readonly kind: 'changed'; readonly rules: PingRules }
  /** It is so already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'no-minutes' | 'no-day' | 'no-time'; readonly typed: string };

export function decideRule(rules: PingRules, change: RuleChange, now: Temporal.Instant): RuleDecision {
  switch (change.kind) {
    case 'switch':
      return decided(rules, { ...rules, [change.rule]: { ...rules[change.rule], on: change.on } });
    case 'lead': {
      const { rule, minutes } = change;
      const minutesBefore = /^\s*\d{1,4}\s*$/.test(minutes) ? minutesOf(rule, Number(minutes)) : undefined;
      if (minutesBefore === undefined) return { kind: 'no-minutes', typed: minutes };
      if (rules[rule].minutesBefore === minutesBefore) return { kind: 'unchanged' };
      const moved = rule === 'reminder' ? movedLead(rules.reminder, minutesBefore, now) : { minutesBefore };
      return decided(rules, { ...rules, [rule]: { ...rules[rule], ...moved } });
    }
    case 'week': {
      const day = weekdayOf(change.day);
      const at = timeOf(change.at);
      if (!day) return { kind: 'no-day', typed: change.day };
      if (!at) return { kind: 'no-time', typed: change.at };
      return decided(rules, { ...rules, [change.rule]: { ...rules[change.rule], day, at } });
    }
  }
}

function decided(before: PingRules, rules: PingRules): RuleDecision {
  return JSON.stringify(before) === JSON.stringify(rules) ? { kind: 'unchanged' } : { kind: 'changed', rules };
}

/** What holds on a server. */
export interface RulesShown {
  readonly rules: PingRules;
  /** The community's zone. */
  readonly zone: string;
  /** What each rule brings next; absent: nothing within two weeks. */
  readonly next: Partial<Record<RuleName, NextByRule>>;
}

export interface NextByRule {
  readonly at: Temporal.Instant;
  /** The group's; absent: it is the community's own. */
  readonly title?: string;
}

export type RuleChanged = RuleDecision & { readonly rule: RuleName; readonly shown: RulesShown };

/** Which rule a ping follows; undefined: it cannot be turned off. */
export function ruleOf(kind: PingKind): RuleName | undefined {
  switch (kind) {
    case 'week-plan':
      return 'weekPlan';
    case 'reminder':
    case 'session':
    case 'digest':
      return kind;
    case 'check-in':
      return 'checkIn';
    case 'event-start':
    case 'event-end':
      return 'events';
    case 'thread':
    case 'change':
    case 'summary':
      return undefined;
  }
}
