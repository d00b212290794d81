/**
 * What a thing on a server looks like, attribute by attribute, and which of them to set. Three versions are compared: what
 * the file says, what Cairn set last, and what the server has. Only what the file changed is set; what a person changed on
 * the server stays as they made it.
 */

/** null: not set. */
export type Attribute = string | number | boolean | null;
/** Plain JSON, so that it can be stored beside the id of what it was set on. */
export type Attributes = Readonly<Record<string, Attribute>>;

export interface Comparison {
  /** What to set. */
  readonly changes: Attributes;
  /** Names of what a person set otherwise. */
  readonly byHand: readonly string[];
}

/** @param last what Cairn set last; absent: taken to be what the file says, so that nothing is changed. */
export function compare(file: Attributes, last: Attributes | undefined, server: Attributes): Comparison {
  const changes: Record<string, Attribute> = {};
  const byHand: string[] = [];
  for (const name of namesOf(file, last ?? {})) {
    const wanted = file[name] ?? null;
    const before = last ? (last[name] ?? null) : wanted;
    const now = server[name] ?? null;
    if (now === wanted) continue;
    if (wanted !== before && now === before) changes[name] = wanted;
    else byHand.push(name);
  }
  return { changes, byHand };
}

/** Everything as the file says, whoever set it otherwise. */
export function differences(file: Attributes, last: Attributes | undefined, server: Attributes): Attributes {
  const names = namesOf(file, last ?? {}).filter(name => (file[name] ?? null) !== (server[name] ?? null));
  return Object.fromEntries(names.map(name => [name, file[name] ?? null]));
}

/** Who sees and writes. Whatever else the file no longer mentions is nobody's business any more; access is taken back. */
export const isAccess = (name: string) => name.startsWith('access/');

function namesOf(file: Attributes, last: Attributes): readonly string[] {
  return [...new Set([...Object.keys(file), ...Object.keys(last).filter(isAccess)])];
}
