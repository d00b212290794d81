/** Which of a message's files its embeds and components show by `attachment://name`. */
import type { APIEmbed } from 'discord-api-types/v10';

const scheme = 'attachment://';

export function referencedName(url: string | null | undefined): string | undefined {
  return url?.startsWith(scheme) === true ? url.slice(scheme.length) : undefined;
}

export function namesInEmbeds(embeds: readonly APIEmbed[]): readonly string[] {
  return embeds.flatMap(({ image, thumbnail, author, footer }) =>
    [image?.url, thumbnail?.url, author?.icon_url, footer?.icon_url].flatMap(url => referencedName(url) ?? []),
  );
}

interface Node {
  readonly components?: readonly Node[] | null;
  readonly accessory?: Node | null;
  readonly media?: { readonly url?: string } | null;
  readonly file?: { readonly url?: string } | null;
  readonly items?: readonly { readonly media?: { readonly url?: string } }[] | null;
}

/** With the way to each, for error messages. */
export function namesInComponents(
  components: readonly object[],
): readonly { readonly path: readonly (string | number)[]; readonly name: string }[] {
  const found: { readonly path: readonly (string | number)[]; readonly name: string }[] = [];
  const take = (url: string | undefined, path: readonly (string | number)[]) => {
    const name = referencedName(url);
    if (name !== undefined) found.push({ path: [...path, 'url'], name });
  };
  const walk = (node: Node, path: readonly (string | number)[]): void => {
    take(node.media?.url, [...path, 'media']);
    take(node.file?.url, [...path, 'file']);
    node.items?.forEach(({ media }, index) => {
      take(media?.url, [...path, 'items', index, 'media']);
    });
    node.components?.forEach((child, index) => {
      walk(child, [...path, 'components', index]);
    });
    if (node.accessory != null) walk(node.accessory, [...path, 'accessory']);
  };
  components.forEach((component, index) => {
    walk(component, ['components', index]);
  });
  return found;
}
