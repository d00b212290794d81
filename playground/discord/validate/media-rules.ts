/** Files that components show must be there. */
import { type Issues, Refusal } from '../errors.ts';
import { namesInComponents, referencedName } from '../state/messages/media-references.ts';
import { collector } from './issues.ts';

const fileComponent = 13;

/** Throws 50035 with the way to the reference; `below` is where the message stands in the body. */
export function checkMedia(
  components: readonly object[],
  files: readonly { readonly filename: string }[],
  below?: string,
): void {
  const found = collector();
  for (const { path, name } of namesInComponents(components))
    if (!files.some(({ filename }) => filename === name))
      found.add(
        path,
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The attachment "${name}" is not among the files of this message`,
      );
  (components as readonly FileLike[]).forEach((component, index) => {
    requireReference(component, ['components', index], found.add);
  });
  if (found.tree !== undefined)
    throw new Refusal('invalidForm', below === undefined ? found.tree : wrap(below, found.tree));
}

interface FileLike {
  readonly type?: number;
  readonly file?: { readonly url?: string };
  readonly components?: readonly FileLike[] | null;
}

function requireReference(
  component: FileLike,
  path: readonly (string | number)[],
  add: (path: readonly (string | number)[], code: string, message: string) => void,
): void {
  if (component.type === fileComponent && referencedName(component.file?.url) === undefined)
    add(
      [...path, 'file', 'url'],
      'UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED',
      'A file component shows a file of this message: attachment://<filename>',
    );
  component.components?.forEach((child, index) => {
    requireReference(child, [...path, 'components', index], add);
  });
}

const wrap = (key: string, tree: Issues): Issues => ({ [key]: tree });
