/** The small bot, written with @discordjs/core: no caches, bodies as Discord has them, a gateway compressed with zlib. */
import {
  type APIInteraction,
  ApplicationCommandType,
  Client,
  ComponentType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionType,
  type ModalSubmitComponent,
  type ToEventProps,
} from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { commands, componentsV2, ephemeral, form, greeting, names } from './commands.ts';
import type { OutsideBot } from './story.ts';

type Asked = ToEventProps<APIInteraction>;
const nobody = { parse: [] };

async function answer({ api, data: interaction }: Asked): Promise<unknown> {
  const { interactions } = api;
  const { id, token, application_id: application } = interaction;
  const later = (body: object) => interactions.editReply(application, token, { allowed_mentions: nobody, ...body });
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    const [option] = interaction.data.options;
    const typed = option !== undefined && 'value' in option ? String(option.value).toLowerCase() : '';
    const fitting = names.filter(name => name.toLowerCase().startsWith(typed));
    return interactions.createAutocompleteResponse(id, token, {
      choices: fitting.map(name => ({ name, value: name })),
    });
  }
  if (interaction.type === InteractionType.MessageComponent)
    return interactions.updateMessage(id, token, {
      components: greeting('Hello again!') as never,
      flags: componentsV2,
      allowed_mentions: nobody,
    });
  if (interaction.type === InteractionType.ModalSubmit) {
    const fields = interaction.data.components.flatMap(part => ('component' in part ? [part.component] : []));
    const sent = (wanted: string) => fields.find(field => field.custom_id === wanted);
    return interactions.reply(id, token, {
      content: `${textOf(sent('link'))} was ${textOf(sent('mood'))}`,
      allowed_mentions: nobody,
    });
  }
  if (interaction.type !== InteractionType.ApplicationCommand) return undefined;
  const { data, guild_id: guild, channel } = interaction;
  const userId = interaction.member?.user.id ?? '';
  if (data.type === ApplicationCommandType.User) {
    const waving = interaction.member?.user.username;
    const content = `${waving} waves at ${data.resolved.users[data.target_id]?.username}.`;
    return interactions.reply(id, token, { content, allowed_mentions: nobody });
  }
  if (data.type !== ApplicationCommandType.ChatInput || guild === undefined || channel === undefined) return undefined;
  switch (data.name) {
    case 'greet': {
      const [whom] = data.options ?? [];
      const text = `Hello, ${whom !== undefined && 'value' in whom ? whom.value : ''}!`;
      return interactions.reply(id, token, {
        components: greeting(text) as never,
        flags: componentsV2 | ephemeral,
        allowed_mentions: nobody,
      });
    }
    case 'form':
      return interactions.createModal(id, token, form as never);
    case 'report':
      await interactions.defer(id, token);
      return later({ files: [{ data: Buffer.from('fine.\n'), name: 'report.txt' }] });
    case 'promote': {
      await interactions.defer(id, token);
      const role = (await api.guilds.getRoles(guild)).find(({ name }) => name === 'Climber');
      await api.guilds.addRoleToMember(guild, userId, role?.id ?? '', { reason: 'Asked for it' });
      return later({ content: 'You climb now.' });
    }
    case 'meet': {
      await interactions.defer(id, token);
      const thread = await api.channels.createThread(channel.id, { name: 'Tuesday', type: 11 });
      await api.channels.createMessage(thread.id, { content: 'Bring a rope.', allowed_mentions: nobody });
      await api.guilds.createScheduledEvent(guild, {
        name: 'Tuesday',
        entity_type: 3,
        privacy_level: 2,
        entity_metadata: { location: 'The wall' },
        scheduled_start_time: new Date(Date.now() + 3_600_000).toISOString(),
        scheduled_end_time: new Date(Date.now() + 7_200_000).toISOString(),
      });
      return later({ content: 'See you there.' });
    }
    default:
      return undefined;
  }
}

function textOf(field: ModalSubmitComponent | undefined): string {
  if (field?.type === ComponentType.TextInput || field?.type === ComponentType.RadioGroup) return String(field.value);
  return '';
}

export const discordjsCore: OutsideBot = {
  async start(api, token) {
    const rest = new REST({ api }).setToken(token);
    const { Guilds, GuildMembers, GuildMessages, GuildMessageReactions } = GatewayIntentBits;
    const gateway = new WebSocketManager({
      token,
      intents: Guilds | GuildMembers | GuildMessages | GuildMessageReactions,
      rest,
      compression: CompressionMethod.ZlibNative,
    });
    const client = new Client({ rest, gateway });
    client.on(GatewayDispatchEvents.InteractionCreate, answer);
    client.on(GatewayDispatchEvents.MessageReactionAdd, ({ api: { channels, users }, data }) =>
      users
        .get(data.user_id)
        .then(({ username }) =>
          channels.createMessage(data.channel_id, { content: `${username} is in.`, allowed_mentions: nobody }),
        ),
    );
    client.on(GatewayDispatchEvents.GuildMemberAdd, async ({ api: { channels, users }, data: { user } }) => {
      const dm = await users.createDM(user.id);
      await channels.createMessage(dm.id, { content: `Welcome, ${user.username}!`, allowed_mentions: nobody });
    });
    const ready = new Promise<string>(resolve =>
      client.once(GatewayDispatchEvents.Ready, ({ data }) => resolve(data.application.id)),
    );
    await gateway.connect();
    await client.api.applicationCommands.bulkOverwriteGlobalCommands(await ready, commands);
    // Nothing listens to it, and without a listener an error ends the process.
    gateway.on(WebSocketShardEvents.Error, () => undefined);
    return { close: async () => void (await gateway.destroy()) };
  },
};
