/** Reactions as the API counts them. */
import type { APIReaction } from 'discord-api-types/v10';
import type { MessageRecord } from '../state/records.ts';

/** `me` is about the viewer. */
export function reactionsJson({ reactions }: MessageRecord, viewerId: string | undefined): APIReaction[] {
  return [...reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me: viewerId !== undefined && users.has(viewerId),
    me_burst: false,
  }));
}
