import { expect, onTestFinished, test } from 'vitest';
import { type Effect, effectKey } from '../../src/domain/effect.ts';
import type { Send } from '../../src/schedule/carrying-out.ts';
import { claimDue } from '../../src/store/deliveries.ts';
import { untold } from '../../src/store/notices.ts';
import { enqueue, findDelivery } from '../../src/store/outbox.ts';
import { onEachEngine } from '../support/databases.ts';
import { aClock, ada, announce, answering, aScene, ben, delivered, grant, holding } from './a-schedule.ts';

const tooHigh = { kind: 'role-too-high', roleId: '2', botRoleId: '1' } as const;

onEachEngine('on $name', ({ name, emptyStore }) => {
  const store = async () => {
    const opened = await emptyStore();
    if (name === 'SQLite') onTestFinished(() => opened.close());
    return opened;
  };

  test('what was committed is sent at once, and settled', async () => {
    const opened = await store();
    const { send, sent } = answering({ kind: 'delivered', reference: '77' });
    const { enqueue, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(sent).toEqual([{ effect: grant(), attempt: 1 }]);
    expect(await findDelivery(opened.db, effectKey(grant()))).toEqual({ state: 'delivered', reference: '77' });
  });

  test('what a process left behind is sent by the next one', async () => {
    const opened = await store();
    const clock = aClock();
    await enqueue(opened.db, [grant()], clock.now());
    await claimDue(opened.db, {
      owner: 'killed',
      now: clock.now(),
      limit: 5,
      lease: Temporal.Duration.from({ seconds: 10 }),
    });
    const { send, sent } = answering(delivered);
    const { clock: later, schedule, log } = aScene(opened, send);
    expect(sent).toEqual([]);
    later.advance({ seconds: 11 });
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(sent).toEqual([{ effect: grant(), attempt: 2 }]);
  });

  test('a passing fault is tried again when its time has come, not before', async () => {
    const opened = await store();
    const { send, sent } = answering({ kind: 'transient', reason: 'Discord answers 503' }, delivered);
    const { enqueue, clock, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    await log.says({ state: 'pending' });
    // Whoever else is served meanwhile shows that it was looked for what is due.
    await enqueue(grant(ben));
    await log.says({ userId: ben.userId, state: 'delivered' });
    clock.advance({ seconds: 1 });
    await log.says({ userId: ada.userId, state: 'delivered' });
    await schedule.stop();
    expect(sent).toEqual([
      { effect: grant(ada), attempt: 1 },
      { effect: grant(ben), attempt: 1 },
      { effect: grant(ada), attempt: 2 },
    ]);
  });

  test('until the bot is on Discord nothing is tried, and no attempt counted', async () => {
    const opened = await store();
    const { send, sent } = answering(delivered);
    let isConnected = false;
    const { enqueue, schedule, log } = aScene(opened, send, { isConnected: () => isConnected });
    await enqueue(grant());
    await schedule.atRest();
    expect(sent).toEqual([]);
    isConnected = true;
    schedule.wake();
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(sent).toEqual([{ effect: grant(), attempt: 1 }]);
  });

  test('others have their turn between two looks at the outbox', async () => {
    const opened = await store();
    const { send, sent } = answering(delivered);
    const { enqueue, schedule } = aScene(opened, send);
    const atTurns: number[] = [];
    let isOver = false;
    const turning = (async () => {
      while (!isOver) {
        atTurns.push(sent.length);
        await new Promise(setImmediate);
      }
    })();
    await enqueue(...Array.from({ length: 50 }, (_, index) => grant({ ...ada, userId: String(100 + index) })));
    await schedule.atRest();
    isOver = true;
    await turning;
    await schedule.stop();
    // Five are sent at once.
    expect(Math.max(...atTurns.map((count, turn) => count - (atTurns[turn - 1] ?? 0)))).toBeLessThanOrEqual(10);
  });

  test('what an organiser must repair is told to them once, and done after the repair', async () => {
    const opened = await store();
    let repaired = false;
    const told: Effect[] = [];
    const send: Send = async effect => {
      if (effect.kind === 'tell-organisers') told.push(effect);
      return effect.kind === 'tell-organisers' || repaired ? delivered : { kind: 'blocked', problem: tooHigh };
    };
    const { enqueue, schedule, log } = aScene(opened, send);
    await enqueue(grant(ada), grant(ben));
    await log.says({ effect: 'tell-organisers', state: 'delivered' });
    expect(await untold(opened.db, '10')).toEqual([tooHigh]);

    repaired = true;
    await schedule.retryBlocked('10');
    await log.says({ effect: 'sync-roles', userId: ada.userId, state: 'delivered' });
    await log.says({ effect: 'sync-roles', userId: ben.userId, state: 'delivered' });
    await schedule.stop();
    expect(told).toEqual([{ kind: 'tell-organisers', guildId: '10', problem: tooHigh }]);
  });

  test('a repair made while the attempt was under way is not overlooked', async () => {
    const opened = await store();
    const { send, held, holds } = holding();
    const { enqueue, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    await holds(1);
    await schedule.retryBlocked('10');
    held[0]?.release({ kind: 'blocked', problem: tooHigh });
    await holds(3);
    expect(held.map(({ effect }) => effect.kind).toSorted()).toEqual(['sync-roles', 'sync-roles', 'tell-organisers']);
    for (const { release } of held) release();
    await log.says({ effect: 'sync-roles', state: 'delivered' });
    await schedule.stop();
  });

  test('what is given up is logged and told, never silent', async () => {
    const opened = await store();
    const { send } = answering({ kind: 'refused', reason: 'invalid' }, delivered);
    const { enqueue, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    expect(await log.says({ state: 'failed' })).toMatchObject({ level: 'error', reason: 'invalid', userId: '20' });
    await log.says({ effect: 'tell-organisers', state: 'delivered' });
    await schedule.stop();
    expect(await untold(opened.db, '10')).toEqual([
      { kind: 'given-up', effect: 'sync-roles', userId: '20', why: 'failed' },
    ]);
  });

  test('after weeks away nothing stale is sent, and the organisers hear what was not', async () => {
    const opened = await store();
    await enqueue(
      opened.db,
      [announce()],
      aClock()
        .now()
        .subtract({ hours: 24 * 21 }),
    );
    const { send, sent } = answering(delivered);
    const { schedule, log } = aScene(opened, send);
    expect(await log.says({ state: 'expired' })).toMatchObject({ level: 'error', effect: 'announce-certificate' });
    await log.says({ effect: 'tell-organisers', state: 'delivered' });
    await schedule.stop();
    expect(sent.map(({ effect }) => effect.kind)).toEqual(['tell-organisers']);
  });

  test('a fault of ours is logged and loses nothing', async () => {
    const opened = await store();
    let calls = 0;
    const send: Send = async () => {
      calls += 1;
      if (calls === 1) throw new TypeError('a mistake');
      return delivered;
    };
    const { enqueue, clock, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    await log.says({ state: 'pending' });
    clock.advance({ seconds: 1 });
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('a problem met outside any effect reaches the organisers too', async () => {
    const opened = await store();
    const { send, sent } = answering(delivered);
    const { schedule, log } = aScene(opened, send);
    await schedule.tell('10', { kind: 'role-deleted', roleKey: 'leader' });
    await log.says({ effect: 'tell-organisers', state: 'delivered' });
    await schedule.stop();
    expect(sent).toHaveLength(1);
  });

  test('two schedules that race send each effect once', async () => {
    const opened = await store();
    const sent: string[] = [];
    const send: Send = async effect => {
      sent.push(effectKey(effect));
      return delivered;
    };
    const effects = Array.from({ length: 60 }, (_, index) => grant({ guildId: '10', userId: String(100 + index) }));
    await enqueue(opened.db, effects, aClock().now());
    const racers = [aScene(opened, send), aScene(opened, send)];
    await Promise.all(
      effects.map(effect =>
        Promise.race(
          racers.map(({ log }) =>
            effect.kind === 'sync-roles' ? log.says({ userId: effect.member.userId, state: 'delivered' }) : undefined,
          ),
        ),
      ),
    );
    await Promise.all(racers.map(({ schedule }) => schedule.stop()));
    expect(sent.toSorted()).toEqual(effects.map(effect => effectKey(effect)).toSorted());
  });
});
