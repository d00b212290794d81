/** What the curriculum itself answers, without a look at any member. */
import type { Certificate } from '../domain/curriculum.ts';
import type { FlowContext } from './context.ts';

export function certificates(context: FlowContext): ReadonlyMap<string, Certificate> {
  return context.curriculum.certificates;
}
