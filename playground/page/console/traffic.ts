/** What the bot and the local Discord said to each other, as lines for the page: newest last, each with its verdict. */
import type { DispatchEntry, LocalDiscord, RequestEntry } from '../../discord/index.ts';

export interface TrafficLine {
  readonly id: number;
  readonly direction: 'from-bot' | 'to-bot';
  /** `POST /channels/:channel/messages`, or `INTERACTION_CREATE`. */
  readonly name: string;
  /** The real path of a request. */
  readonly path?: string;
  readonly at: number;
  readonly status?: number;
  /** Discord's JSON error code. */
  readonly code?: number;
  readonly millis?: number;
  /** `X-Audit-Log-Reason`. */
  readonly reason?: string;
  readonly problems: readonly string[];
  /** As JSON: what was sent, and what was answered. */
  readonly sent: unknown;
  readonly answer?: unknown;
}

const backlog = 200;

/** Keeps the latest lines, and tells of each new one. */
export function watchTraffic(discord: LocalDiscord, onLine: (line: TrafficLine) => void) {
  let lines: TrafficLine[] = [];
  let count = 0;
  const keep = (line: Omit<TrafficLine, 'id'>) => {
    count += 1;
    const numbered = { id: count, ...line };
    lines = [...lines.slice(1 - backlog), numbered];
    onLine(numbered);
  };
  const stops = [
    discord.onRequest(entry => keep(lineOfRequest(entry))),
    discord.onDispatch(entry => keep(lineOfDispatch(entry))),
  ];
  return {
    get lines(): readonly TrafficLine[] {
      return lines;
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}

function lineOfRequest(entry: RequestEntry): Omit<TrafficLine, 'id'> {
  const { method, route, path, at, status, code, millis, reason, body, answer } = entry;
  return {
    direction: 'from-bot',
    name: `${method} ${route}`,
    path: withoutTokens(path),
    at,
    status,
    ...(code === undefined ? {} : { code }),
    millis: Math.round(millis * 10) / 10,
    ...(reason === undefined ? {} : { reason }),
    problems: sentences(entry),
    sent: body,
    ...(answer === undefined ? {} : { answer }),
  };
}

function lineOfDispatch(entry: DispatchEntry): Omit<TrafficLine, 'id'> {
  const { event, at, data } = entry;
  return { direction: 'to-bot', name: event, at, problems: sentences(entry), sent: JSON.parse(data) };
}

/** Tokens of interactions are long, and nobody reads them. */
const withoutTokens = (path: string) => path.replace(/\/[\w.-]{40,}/g, '/…');

/** Where it is wrong, and what was expected. */
function sentences({ problems }: Pick<RequestEntry, 'problems'>): readonly string[] {
  return problems.map(({ path, problem }) => (path === '' ? problem : `${path}: ${problem}`));
}
