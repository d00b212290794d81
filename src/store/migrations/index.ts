/** Every migration in order. Listed by hand: a forgotten or reordered one would be lost data. */
import { records } from './0001-records.ts';
import { community } from './0002-community.ts';
import { groups } from './0003-groups.ts';
import { memory } from './0004-memory.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [records, community, groups, memory];
