/** What the page may ask for, checked before it reaches the local Discord. */
import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/, 'must be an id of digits');
const channel = id;
const message = id;
const upload = id;
const uploads = z.array(upload).max(10, 'must not be more than 10 files');
const value = z.union([
  z.string().max(6000),
  z.number(),
  z.boolean(),
  z.strictObject({ id }),
  z.strictObject({ upload }),
]);
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
    z.union([z.string().max(4000), z.array(z.string().max(100)).max(25), z.boolean(), z.strictObject({ uploads })]),
  ),
});
export const closeRequest = z.strictObject({});
const longest = 2000;
const tooLong = 'must not be longer than 2,000 characters';
export const sayRequest = z
  .strictObject({
    channel,
    text: z.string().trim().max(longest, tooLong),
    files: uploads.optional(),
    replyTo: message.optional(),
    pingsAuthor: z.boolean().optional(),
  })
  .refine(({ text, files = [] }) => text !== '' || files.length > 0, { path: ['text'], message: 'must not be empty' });
export const editRequest = z.strictObject({
  channel,
  message,
  text: z.string().trim().min(1, 'must not be empty').max(longest, tooLong),
});
export const messageRequest = z.strictObject({ channel, message });
export const reactRequest = z.strictObject({ channel, message, emoji: z.string().min(1).max(32) });
export const typingRequest = z.strictObject({ channel });

/** The menu of a member (`user`) or of a message. */
const menuOf = { channel, user: id.optional(), message: message.optional() };
const oneOfBoth = ({ user, message: on }: { user?: string | undefined; message?: string | undefined }) =>
  (user === undefined) !== (on === undefined);
const oneOfBothSays = 'must name either a user or a message';
export const menuRequest = z.strictObject(menuOf).refine(oneOfBoth, oneOfBothSays);
export const useRequest = z
  .strictObject({ ...menuOf, application, command: z.string().min(1).max(32) })
  .refine(oneOfBoth, oneOfBothSays);
export const unreadRequest = z.strictObject({ since: id.optional(), read: z.record(id, id) });
const threadName = z.string().trim().min(1, 'must not be empty').max(100, 'must not be longer than 100 characters');
export const threadFromRequest = z.strictObject({
  channel,
  name: threadName,
  message: message.optional(),
  isPrivate: z.boolean().optional(),
});
export const postRequest = z.strictObject({
  channel,
  title: threadName,
  text: z.string().trim().min(1, 'must not be empty').max(longest, tooLong),
  tags: z.array(id).max(5, 'must not be more than 5 tags'),
});
export const threadRequest = z.strictObject({ thread: id });
export const voiceRequest = z.strictObject({ channel });
export const leaveVoiceRequest = z.strictObject({});
export const roleRequest = z.strictObject({ member: id, role: id });
export const eventRequest = z.strictObject({ event: id });
