/** Makes the .ics files of this folder from a system's compiled tz database; see README.md. No Temporal, no ICU. */
import { readFileSync, writeFileSync } from 'node:fs';

const zones = [
  'Africa/Casablanca',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'UTC',
];
const [first, last] = [seconds('2006-01-01'), seconds('2031-01-01')];

interface Change {
  /** Seconds since 1970. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  readonly isDaylight: boolean;
}

function seconds(date: string): number {
  return Date.parse(date) / 1000;
}

/** The 64-bit block of RFC 9636; its footer is not read, so the file must be a fat one, with transitions until 2037. */
function changesIn(file: Buffer): readonly Change[] {
  const counts = (start: number) => Array.from({ length: 6 }, (_, index) => file.readUInt32BE(start + 20 + 4 * index));
  const [utcs = 0, stds = 0, leaps = 0, times = 0, types = 0, chars = 0] = counts(0);
  const header = 44 + times * 5 + types * 6 + chars + leaps * 8 + stds + utcs;
  const count = counts(header)[3] ?? 0;
  const kinds = header + 44 + count * 8;
  const type = (index: number) => {
    const entry = kinds + count + 6 * index;
    return { offset: file.readInt32BE(entry), isDaylight: file.readUInt8(entry + 4) === 1 };
  };
  let before = type(0);
  const start = { at: seconds('1900-01-01'), before: before.offset, after: before.offset, isDaylight: false };
  const changes = Array.from({ length: count }, (_, index): Change => {
    const after = type(file.readUInt8(kinds + index));
    const at = Number(file.readBigInt64BE(header + 44 + 8 * index));
    const change = { at, before: before.offset, after: after.offset, isDaylight: after.isDaylight };
    before = after;
    return change;
  });
  return [start, ...changes];
}

function offset(value: number): string {
  const minutes = Math.round(Math.abs(value) / 60);
  const digits = (part: number) => String(part).padStart(2, '0');
  return `${value < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}`;
}

function component({ at, before, after, isDaylight }: Change): readonly string[] {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  const local = new Date((at + before) * 1000).toISOString().replace(/[-:]|[.]000Z/g, '');
  return [
    `BEGIN:${name}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ];
}

const folder = process.argv[2] ?? '/usr/share/zoneinfo';
for (const zone of zones) {
  const all = changesIn(readFileSync(`${folder}/${zone}`));
  const inForce = all.findLast(({ at }) => at < first);
  const shown = [...(inForce ? [inForce] : []), ...all.filter(({ at }) => at >= first && at < last)];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//Tests//EN',
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...shown.flatMap(component),
    'END:VTIMEZONE',
    'END:VCALENDAR',
    '',
  ];
  writeFileSync(new URL(`${zone.replace('/', '-')}.ics`, import.meta.url), lines.join('\r\n'));
}
