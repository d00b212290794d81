/** What tests compare is compared. */
import { expect, test } from 'vitest';

test.each([
  ['instants', Temporal.Instant.from('2027-01-01T00:00Z'), Temporal.Instant.from('2027-01-02T00:00Z')],
  ['dates', Temporal.PlainDate.from('2027-01-01'), Temporal.PlainDate.from('2027-01-02')],
  ['durations', Temporal.Duration.from({ hours: 1 }), Temporal.Duration.from({ hours: 2 })],
])('toMatchObject tells %s apart', (_, one, other) => {
  expect({ at: one, more: true }).not.toMatchObject({ at: other });
  expect({ at: one, more: true }).toMatchObject({ at: one });
});
