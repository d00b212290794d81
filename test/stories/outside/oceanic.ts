/** The small bot, written with oceanic.js: a library of another family, over a gateway compressed with zstd. */
import {
  type AnyInteractionGateway,
  ApplicationCommandTypes,
  Client,
  type CommandInteraction,
  type CreateApplicationCommandOptions,
  InteractionTypes,
  Util,
} from 'oceanic.js';
import { commands, componentsV2, ephemeral, form, greeting, names } from './commands.ts';
import type { OutsideBot } from './story.ts';

async function answer(client: Client, interaction: AnyInteractionGateway): Promise<unknown> {
  const messageComponents = (text: string) => greeting(text).map(part => Util.rawMessageComponents(part as never));
  switch (interaction.type) {
    case InteractionTypes.APPLICATION_COMMAND_AUTOCOMPLETE: {
      const typed = String(interaction.data.options.getFocused(true).value).toLowerCase();
      const fitting = names.filter(name => name.toLowerCase().startsWith(typed));
      return interaction.result(fitting.map(name => ({ name, value: name })));
    }
    case InteractionTypes.MESSAGE_COMPONENT:
      return interaction.editParent({ components: messageComponents('Hello again!'), flags: componentsV2 });
    case InteractionTypes.MODAL_SUBMIT: {
      const { components } = interaction.data;
      const content = `${components.getTextInput('link')} was ${components.getRadioGroupValue('mood')}`;
      return interaction.createMessage({ content });
    }
    case InteractionTypes.APPLICATION_COMMAND:
      return command(client, interaction);
    default:
      return undefined;
  }
}

async function command(client: Client, interaction: CommandInteraction): Promise<unknown> {
  const { data, user, guildID, channelID } = interaction;
  if (data.type === ApplicationCommandTypes.USER) {
    const target = client.users.get(data.targetID ?? '');
    return interaction.createMessage({ content: `${user.username} waves at ${target?.username}.` });
  }
  switch (data.name) {
    case 'greet': {
      const text = `Hello, ${data.options.getString('whom', true)}!`;
      const components = greeting(text).map(part => Util.rawMessageComponents(part as never));
      return interaction.createMessage({ components, flags: componentsV2 | ephemeral });
    }
    case 'form':
      return interaction.createModal({
        title: form.title,
        customID: form.custom_id,
        components: form.components.map(part => Util.rawModalComponents(part as never)),
      });
    case 'report':
      await interaction.defer();
      return interaction.editOriginal({ files: [{ contents: Buffer.from('fine.\n'), name: 'report.txt' }] });
    case 'promote': {
      if (guildID === null) return undefined;
      await interaction.defer();
      const role = interaction.guild?.roles.find(({ name }) => name === 'Climber');
      await client.rest.guilds.addMemberRole(guildID, user.id, role?.id ?? '', 'Asked for it');
      return interaction.editOriginal({ content: 'You climb now.' });
    }
    case 'meet': {
      if (guildID === null) return undefined;
      await interaction.defer();
      const { channels, guilds } = client.rest;
      const thread = await channels.startThreadWithoutMessage(channelID, { name: 'Tuesday', type: 11 });
      await channels.createMessage(thread.id, { content: 'Bring a rope.' });
      await guilds.createScheduledEvent(guildID, {
        name: 'Tuesday',
        entityType: 3,
        privacyLevel: 2,
        entityMetadata: { location: 'The wall' },
        scheduledStartTime: new Date(Date.now() + 3_600_000).toISOString(),
        scheduledEndTime: new Date(Date.now() + 7_200_000).toISOString(),
      });
      return interaction.editOriginal({ content: 'See you there.' });
    }
    default:
      return undefined;
  }
}

export const oceanic: OutsideBot = {
  async start(api, token) {
    const client = new Client({
      auth: `Bot ${token}`,
      rest: { baseURL: `${api}/v10` },
      allowedMentions: { everyone: false, roles: false, users: false, repliedUser: false },
      gateway: {
        intents: ['GUILDS', 'GUILD_MEMBERS', 'GUILD_MESSAGES', 'GUILD_MESSAGE_REACTIONS'],
        compress: 'zstd-stream',
        getAllUsers: true,
      },
    });
    client.on('error', () => undefined);
    client.on('interactionCreate', interaction => void answer(client, interaction));
    client.on('messageReactionAdd', (message, reactor) => {
      const username = client.users.get(reactor.id)?.username;
      void client.rest.channels.createMessage(message.channelID, { content: `${username} is in.` });
    });
    client.on('guildMemberAdd', async member => {
      const dm = await member.user.createDM();
      await dm.createMessage({ content: `Welcome, ${member.username}!` });
    });
    const ready = new Promise<void>(resolve => client.once('ready', resolve));
    await client.connect();
    await ready;
    await client.application.bulkEditGlobalCommands(commands.map(asOceanic));
    return { close: () => client.disconnect(false) };
  },
};

/** The library's own spelling of the same command. */
function asOceanic(json: (typeof commands)[number]): CreateApplicationCommandOptions {
  const { integration_types, ...rest } = json as unknown as Readonly<Record<string, unknown>>;
  return { ...rest, integrationTypes: integration_types } as unknown as CreateApplicationCommandOptions;
}
