/** What somebody may hand out through Cairn follows from their roles on the whole server. */
import { expect, test } from 'vitest';
import { askerOn } from '../../src/domain/setup-asker.ts';
import { aRole, aServer } from './a-server.ts';

const server = aServer({
  roles: [aRole('7', { position: 3, permissions: 4n }), aRole('8', { position: 9, permissions: 8n })],
});

test('permissions add up over their roles, and the highest counts', () => {
  const asker = askerOn(server, { userId: '1', roleIds: ['7', '8', '999'] });
  expect(asker).toEqual({ isOwner: false, permissions: 12n, highestRoleId: '8' });
});

test('without roles only those of everybody count', () => {
  expect(askerOn(server, { userId: '1', roleIds: [] })).toEqual({
    isOwner: false,
    permissions: 0n,
    highestRoleId: server.id,
  });
});

test('the owner is known by their id', () => {
  expect(askerOn(server, { userId: server.ownerId, roleIds: [] }).isOwner).toBe(true);
});
