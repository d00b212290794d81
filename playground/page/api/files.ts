/** Takes in files before what they belong to is sent, as Discord's client does, so that their progress can be shown. */
import { HTTPException } from 'hono/http-exception';
import type { Desk } from './desk.ts';

const longestName = 260;

export function files({ api, present, uploads }: Desk): void {
  api.post('/as/:member/uploads', async context => {
    const me = present(context.req.param('member'));
    const name = (context.req.query('name') ?? '').trim();
    if (name === '' || name.length > longestName || /[/\\]/.test(name))
      throw new HTTPException(400, { message: 'A file needs a name of up to 260 characters, without a path.' });
    const type = context.req.query('type');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json({ id: uploads.keep(me.id, { name, bytes, ...(type && { type }) }) });
  });
}
