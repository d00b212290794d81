/** What the page may ask for, checked before it reaches the local Discord. */
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/, 'must be an id of digits');
const channel = id;
const message = id;
const value = z.union([z.string().max(6000), z.number(), z.boolean(), z.strictObject({ id })]);
/** Discord allows 25 options in a command. */
const options = z
  .record(z.string().max(32), value)
  .refine(given => Object.keys(given).length <= 25, 'must not have more than 25 options');
const command = z.string().regex(/^\/[^/]{1,100}$/, 'must look like "/path choose"');
const application = id;

export const runRequest = z.strictObject({ channel, application, command, options });
export const typeRequest = z.strictObject({
  channel,
  application,
  command,
  option: z.string().max(32),
  typed: z.string().max(6000),
  options,
});
export const pressRequest = z.strictObject({ channel, message, button: z.string().min(1).max(100) });
export const pickRequest = z.strictObject({
  channel,
  message,
  select: z.string().min(1).max(100),
  values: z.array(z.string().max(100)).max(25),
});
export const submitRequest = z.strictObject({
  fields: z.record(
    z.string().max(100),
    z.union([z.string().max(4000), z.array(z.string().max(100)).max(25), z.boolean()]),
  ),
});
export const closeRequest = z.strictObject({});
export const sayRequest = z.strictObject({
  channel,
  text: z.string().trim().min(1, 'must not be empty').max(2000, 'must not be longer than 2,000 characters'),
});
