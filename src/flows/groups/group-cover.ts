/** The picture on a group's events, drawn once for each group. */
import { Buffer } from 'node:buffer';
import type { Group } from '../../domain/groups/group.ts';
import { type Pictures, PicturesBusy } from '../../pictures/pictures.ts';
import type { FlowContext } from '../context.ts';

/** Data URIs by title and colour. */
const drawn = new WeakMap<Pictures, Map<string, Promise<string>>>();

/** A data URI; undefined while so much is being drawn that it has to wait. */
export async function groupCover(
  { pictures, community }: Pick<FlowContext, 'pictures' | 'community'>,
  { title, kind, paths }: Pick<Group, 'title' | 'kind' | 'paths'>,
): Promise<string | undefined> {
  const colour = community.roles.find(role => role.paths.some(path => paths.includes(path)))?.colour;
  const line = kind === 'office-hours' ? 'Office hours' : 'Study group';
  const covers = drawn.get(pictures) ?? new Map<string, Promise<string>>();
  drawn.set(pictures, covers);
  const name = `${title}/${kind}/${colour}`;
  const cover =
    covers.get(name) ??
    pictures
      .eventCover({ title, line, ...(colour === undefined ? {} : { colour }) })
      .then(png => `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  covers.set(name, cover);
  try {
    return await cover;
  } catch (error) {
    covers.delete(name);
    if (error instanceof PicturesBusy) return undefined;
    throw error;
  }
}
