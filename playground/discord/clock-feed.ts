/** Tells other processes the time: one line of server-sent events now, and one whenever the clock is moved. */
import type { ServerResponse } from 'node:http';
import type { ClockState, MovableClock } from './clock.ts';

export interface ClockFeed {
  serve(response: ServerResponse): void;
  close(): void;
}

export function createClockFeed(clock: MovableClock): ClockFeed {
  const followers = new Set<ServerResponse>();
  const line = (state: ClockState) => `data: ${JSON.stringify(state)}\n\n`;
  const stop = clock.onChange(state => {
    for (const follower of followers) follower.write(line(state));
  });
  return {
    serve(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(line(clock.state));
      followers.add(response);
      response.on('close', () => followers.delete(response));
    },
    close() {
      stop();
      for (const follower of followers) follower.end();
    },
  };
}
