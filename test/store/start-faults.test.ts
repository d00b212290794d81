/** How a fault at the start is told; those a server can be made to give are in open.test.ts. */
import { expect, test } from 'vitest';
import { StoreBusy } from '../../src/store/faults.ts';
import { faultAtStart } from '../../src/store/start-faults.ts';

const url = 'postgres://cairn:secret@db.example.org:5433/cairn';
const coded = (code: string, message = `with ${code}`) => Object.assign(new Error(message), { code });

test.each([
  ['an unknown host', coded('ENOTFOUND'), 78],
  ['a user without rights', coded('42501'), 78],
  ['a missing password', new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), 78],
  ['a server that does not answer', new Error('timeout exceeded when trying to connect'), 69],
  ['a server that is starting', coded('57P03'), 69],
  ['somebody holding the tables', new StoreBusy('busy'), 69],
  ['several addresses tried in vain', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 69],
])('%s is told with the host, what to do, and no password', (_, error, exitCode) => {
  const told = faultAtStart(url, error);
  expect(told).toMatchObject({ name: 'StoreRefused', exitCode });
  expect(String(told)).toMatch(/^StoreRefused: The database server at db\.example\.org:5433 .+: .+\. [A-Z].+\.$/);
  expect(String(told)).not.toContain('secret');
});

test('a mistake of ours stays what it is', () => {
  const mistake = new TypeError('undefined is not a function');
  expect(faultAtStart(url, mistake)).toBe(mistake);
});
