/** The form in which organisers move a kind of ping. */
import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Weekday, weekdays } from '../../domain/community.ts';
import type { PingRules } from '../../domain/groups/ping.ts';
import { leadRanges, type MovableRule } from '../../domain/groups/ping-rules.ts';
import { leads } from '../../domain/groups/reminding.ts';
import type { Form } from '../form.ts';
import { ruleNames } from './ping-rules.ts';
import { leadWords } from './reminders.ts';

export function pingRuleForm(rule: MovableRule, rules: PingRules): Form {
  return {
    title: ruleNames[rule],
    customId: `admin/ping-rule/${rule}`,
    fields: fieldsOf(rule, rules),
  };
}

function fieldsOf(rule: MovableRule, rules: PingRules): readonly APIModalInteractionResponseCallbackComponent[] {
  switch (rule) {
    case 'reminder':
      return [leadSelect(rules.reminder.minutesBefore)];
    case 'session':
    case 'checkIn':
      return [leadField(rule, rules[rule].minutesBefore)];
    case 'weekPlan':
    case 'digest':
      return [dayField(rules[rule].day), timeField(rules[rule].at, rule)];
  }
}

function leadSelect(minutes: number): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label: 'How long before the start',
    description: 'For members who chose nothing themselves. Who was reminded of a session is not reminded again.',
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'minutes',
      required: true,
      options: leads.map(lead => ({
        label: `${leadWords(lead)} before`,
        value: String(lead),
        default: lead === minutes,
      })),
    },
  };
}

function leadField(rule: keyof typeof leadRanges, minutes: number): APIModalInteractionResponseCallbackComponent {
  const { fewest, most } = leadRanges[rule];
  return {
    type: ComponentType.Label,
    label: 'Minutes before the start',
    description: `From ${fewest} to ${most}.${fewest === 0 ? ' 0: at the start.' : ''}`,
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
