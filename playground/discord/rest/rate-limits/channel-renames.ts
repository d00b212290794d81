/** A limit beside the buckets: two new names and two new topics of a channel within ten minutes. Observed, undocumented. */
import type { Call, Limit } from '../route.ts';

interface Renaming {
  readonly name?: string | null | undefined;
  readonly topic?: string | null | undefined;
}

/** discord.js repeats the old name with every edit; that is no change. */
export function renames({ world, params, body }: Call<Renaming>): readonly (Limit & { readonly name: string })[] {
  const channel = world.channels.get(params.channel ?? '');
  const changed = (['name', 'topic'] as const).filter(key => body[key] !== undefined && body[key] !== channel?.[key]);
  return changed.map(name => ({ name, requests: 2, seconds: 600 }));
}
