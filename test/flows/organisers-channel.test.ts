import { describe, expect, test } from 'vitest';
import { bind, markGone, reserve } from '../../src/store/bindings.ts';
import { aCurriculum, at } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

describe.each(embedded)("the organisers' channel on $name", engine => {
  test('is known from being bound until it is gone, on its own server', async () => {
    const { flows, db } = await boundFlows(engine, aCurriculum({}));
    const since = at('2026-05-01');
    const known = () => flows.organisersChannel('1100');
    expect(await known()).toBeUndefined();
    await reserve(db, '1100', 'channel:organisers', since);
    expect(await known()).toBeUndefined();
    await bind(db, '1100', 'channel:organisers', since, '1800');
    expect(await known()).toBe('1800');
    expect(await flows.organisersChannel('1101')).toBeUndefined();
    await markGone(db, '1100', '1800');
    expect(await known()).toBeUndefined();
  });
});
