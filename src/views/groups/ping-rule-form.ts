/** The form in which organisers move a kind of ping. */
import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Weekday, weekdays } from '../../domain/community.ts';
import type { PingRules } from '../../domain/groups/ping.ts';
import { fewestMinutes, mostMinutes } from '../../domain/groups/ping-rules.ts';
import type { Form } from '../form.ts';
import { ruleNames } from './ping-rules.ts';

export type MovableRule = 'weekPlan' | 'session' | 'digest';

export function pingRuleForm(rule: MovableRule, rules: PingRules): Form {
  return {
    title: ruleNames[rule],
    customId: `admin/ping-rule/${rule}`,
    fields:
      rule === 'session'
        ? [leadField(rules.session.minutesBefore)]
        : [dayField(rules[rule].day), timeField(rules[rule].at, rule)],
  };
}

function leadField(minutes: number): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label: 'Minutes before the start',
    description: `From ${fewestMinutes} to ${mostMinutes}.`,
    component: {
      type: ComponentType.TextInput,
      custom_id: 'minutes',
      style: TextInputStyle.Short,
      max_length: 10,
      value: String(minutes),
      required: true,
    },
  };
}

function dayField(day: Weekday): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label: 'Day',
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'day',
      required: true,
      options: weekdays.map(one => ({ label: one, value: one, default: one === day })),
    },
  };
}

function timeField(at: string, rule: 'weekPlan' | 'digest'): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label: 'Time',
    description:
      rule === 'digest' ? 'In the community’s zone, for example 18:00.' : 'In each group’s zone, for example 09:00.',
    component: {
      type: ComponentType.TextInput,
      custom_id: 'at',
      style: TextInputStyle.Short,
      max_length: 10,
      value: at,
      required: true,
    },
  };
}
