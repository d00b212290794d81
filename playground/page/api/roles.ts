/** Roles that members with the right to give to others, and take away. */
import { HTTPException } from 'hono/http-exception';
import type { Member } from '../../discord/index.ts';
import { roleRequest } from '../requests.ts';
import { rolesOf } from '../state/roles.ts';
import type { Desk } from './desk.ts';

export function roles({ does, guild }: Desk): void {
  function give(me: Member, { member, role }: { member: string; role: string }, does: 'gets' | 'loses') {
    const about = rolesOf(me).find(({ id }) => id === role);
    const whom = guild.members.find(({ id }) => id === member);
    if (!about || !whom) throw new HTTPException(404, { message: 'This role or this member is not there any more.' });
    if (!about.mayGive)
      throw new Error(`The role ${about.name} is not yours to give: it needs a higher role of your own.`);
    whom[does]({ id: role });
  }
  does('give-role', roleRequest, (me, body) => give(me, body, 'gets'));
  does('take-role', roleRequest, (me, body) => give(me, body, 'loses'));
}
