/** What a newcomer's screen shows of the log while the playground is furnished. */
import { expect, test } from 'vitest';
import { hushed } from '../../playground/hushed-log.ts';
import { createLog } from '../../src/log.ts';

test('warnings are heard at once, all else from when it may speak up', () => {
  const lines: string[] = [];
  const { log, speakUp } = hushed(
    createLog({ level: 'info', destination: { write: line => void lines.push(JSON.parse(line).msg) } }),
  );
  log.info('made a role');
  log.warn('could not make a channel');
  speakUp();
  log.info({ binding: 'role:mentor' }, 'made another role');
  expect(lines).toEqual(['could not make a channel', 'made another role']);
});
