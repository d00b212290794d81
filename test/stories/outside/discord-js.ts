/** The small bot, written with discord.js. */
import { Client, Events, GatewayIntentBits, type Interaction, Partials } from 'discord.js';
import { commands, componentsV2, ephemeral, form, greeting, names } from './commands.ts';
import type { OutsideBot } from './story.ts';

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = names.filter(name => name.toLowerCase().startsWith(typed));
    return interaction.respond(fitting.map(name => ({ name, value: name })));
  }
  if (interaction.isButton())
    return interaction.update({ components: greeting('Hello again!') as never, flags: componentsV2 });
  if (interaction.isModalSubmit()) {
    const link = interaction.fields.getTextInputValue('link');
    return interaction.reply(`${link} was ${interaction.fields.getRadioGroup('mood')}`);
  }
  if (interaction.isUserContextMenuCommand())
    return interaction.reply(`${interaction.user.username} waves at ${interaction.targetUser.username}.`);
  if (!interaction.isChatInputCommand()) return undefined;
  switch (interaction.commandName) {
    case 'greet': {
      const text = `Hello, ${interaction.options.getString('whom', true)}!`;
      return interaction.reply({ components: greeting(text) as never, flags: componentsV2 | ephemeral });
    }
    case 'form':
      return interaction.showModal(form);
    case 'report':
      await interaction.deferReply();
      return interaction.editReply({ files: [{ attachment: Buffer.from('fine.\n'), name: 'report.txt' }] });
    case 'promote': {
      const role = interaction.guild?.roles.cache.find(({ name }) => name === 'Climber');
      if (!interaction.inCachedGuild() || role === undefined) return undefined;
      await interaction.deferReply();
      await interaction.member.roles.add(role, 'Asked for it');
      return interaction.editReply('You climb now.');
    }
    case 'meet': {
      if (!interaction.inCachedGuild() || interaction.channel?.type !== 0) return undefined;
      await interaction.deferReply();
      const thread = await interaction.channel.threads.create({ name: 'Tuesday', type: 11 });
      await thread.send('Bring a rope.');
      await interaction.guild.scheduledEvents.create({
        name: 'Tuesday',
        entityType: 3,
        privacyLevel: 2,
        entityMetadata: { location: 'The wall' },
        scheduledStartTime: Date.now() + 3_600_000,
        scheduledEndTime: Date.now() + 7_200_000,
      });
      return interaction.editReply('See you there.');
    }
    default:
      return undefined;
  }
}

export const discordJs: OutsideBot = {
  async start(api, token) {
    const client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMembers,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.GuildMessageReactions,
      ],
      partials: [Partials.Message, Partials.Reaction, Partials.User],
      allowedMentions: { parse: [] },
      rest: { api },
    });
    client.on(Events.InteractionCreate, answer);
    client.on(Events.MessageReactionAdd, async ({ message }, user) => {
      const { username } = await user.fetch();
      await message.reply(`${username} is in.`);
    });
    client.on(Events.GuildMemberAdd, member => member.send(`Welcome, ${member.user.username}!`));
    const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
    await client.login(token);
    await (await ready).application.commands.set(commands as never);
    return { close: () => client.destroy() };
  },
};
