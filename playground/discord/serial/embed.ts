/** Embeds as the API gives them back: complete, without nulls, with real addresses. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { MediaOf } from './media.ts';

type Loose = Readonly<Record<string, unknown>>;

export function embedJson(embed: APIEmbed, mediaOf: MediaOf): APIEmbed {
  // Of these two Discord knows only its own.
  const { provider: _, video: __, image, thumbnail, author, footer, fields, timestamp, ...rest } = embed;
  return {
    ...present(rest as Loose),
    type: 'rich',
    ...(timestamp != null && { timestamp: new Date(timestamp).toISOString() }),
    ...(fields != null && {
      fields: fields.map(({ name, value, inline }) => ({ name, value, inline: inline === true })),
    }),
    ...picture('image', image, mediaOf),
    ...picture('thumbnail', thumbnail, mediaOf),
    ...(author?.name && { author: withIcon(author as unknown as Loose, mediaOf) }),
    ...(footer?.text && { footer: withIcon(footer as unknown as Loose, mediaOf) }),
  } as unknown as APIEmbed;
}

const present = (fields: Loose): Loose =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

function picture(key: string, given: { readonly url?: string | null } | null | undefined, mediaOf: MediaOf): object {
  const media = given?.url == null ? undefined : mediaOf(given.url);
  if (media === undefined) return {};
  const { attachment: _, ...json } = media;
  return { [key]: json };
}

function withIcon({ icon_url: icon, ...rest }: Loose, mediaOf: MediaOf): Loose {
  const media = typeof icon === 'string' ? mediaOf(icon) : undefined;
  return { ...present(rest), ...(media !== undefined && { icon_url: media.url, proxy_icon_url: media.proxy_url }) };
}
