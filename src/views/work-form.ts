/** The form in which members show their work. */
import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { WorkQuestion } from '../domain/work.ts';
import { longestLink } from '../domain/work-link.ts';
import type { Form } from './form.ts';
import { escaped } from './text.ts';

/** Two fields of which one is enough; with neither, the item is only marked. @param typed what the link field holds. */
export function workForm({ item, isTicked, shown, takesFiles }: WorkQuestion, typed?: string): Form {
  const value = typed ?? (shown?.kind === 'link' ? shown.url : undefined);
  return {
    title: 'Show your work',
    customId: `progress/done/${item.id}`,
    fields: [
      { type: ComponentType.TextDisplay, content: `**${escaped(item.title)}**\n${explained(isTicked, takesFiles)}` },
      {
        type: ComponentType.Label,
        label: 'Link',
        description: 'A repository, document, recording or demo. Whoever reads your certificate sees it.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'link',
          style: TextInputStyle.Short,
          required: false,
          max_length: longestLink,
          placeholder: 'https://…',
          ...(value ? { value } : {}),
        },
      },
      ...(takesFiles ? [fileField] : []),
    ],
  };
}

const fileField: APIModalInteractionResponseCallbackComponent = {
  type: ComponentType.Label,
  label: 'Or a file',
  description: 'A picture, PDF, ZIP or text. Only the organisers see it.',
  component: { type: ComponentType.FileUpload, custom_id: 'file', required: false, min_values: 0, max_values: 1 },
};

function explained(isTicked: boolean, takesFiles: boolean): string {
  const what = takesFiles ? 'A link or a file, one is enough.' : 'A link to what you made.';
  const empty = takesFiles ? 'Leave both empty' : 'Leave it empty';
  return isTicked
    ? `${what} Your mark keeps its date.`
    : `${what} ${empty} to mark it without: it counts on your paths, and you can show your work later.`;
}
