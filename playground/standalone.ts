/** The local Discord on its own, for whoever writes a bot of their own: server, gateway, and a page to be a member on. */
import { enableCompileCache } from 'node:module';
import type { Guild, LocalDiscord } from './discord/index.ts';
import { readOptions, type StandaloneOptions, usage } from './standalone-options.ts';

// Before anything large is loaded; therefore the other imports of this file wait.
enableCompileCache('var/compile-cache');
const { startDiscord } = await import('./discord/index.ts');
const { openDoor } = await import('./page/door.ts');
const { startPage } = await import('./page/server.ts');

const args = process.argv.slice(2);
const say = (text: string) => void process.stdout.write(text);

function fail(problem: unknown, exitCode: number): never {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exit(exitCode);
}

function optionsOf(): StandaloneOptions {
  try {
    const options = readOptions(args);
    if (options !== 'help') return options;
  } catch (problem) {
    // 64 is sysexits' EX_USAGE.
    fail(`${problem instanceof Error ? problem.message : problem}\n\n${usage}`, 64);
  }
  say(usage);
  process.exit(0);
}

async function start(options: StandaloneOptions): Promise<() => Promise<void>> {
  const discord = await startDiscord({
    port: options.port,
    ...(options.state !== undefined && { file: options.state }),
  });
  const guild = discord.guilds[0] ?? foundGuild(discord, options.guild);
  const application = settleBot(discord, guild, options);
  const page = options.pagePort === undefined ? undefined : await servePage(discord, guild, options.pagePort);
  say(`
  A local Discord is open, on this computer alone.

  API       ${discord.url}
  Token     ${application.token}     of the bot "${application.name}"
  Server    ${guild.name} (${guild.id})
${page === undefined ? '' : `  Page      ${page.url}     be a member, use your bot\n`}
  discord.js: new Client({ intents, rest: { api: '${discord.url}' } })
  Other libraries: playground/README.md. What your bot gets wrong is printed here. Ctrl-C closes it.

`);
  const stopTelling = tellViolations(discord);
  return async () => {
    stopTelling();
    await page?.close();
    await discord.close({ ignoreViolations: true });
  };
}

function foundGuild(discord: LocalDiscord, name: string): Guild {
  const guild = discord.createGuild({ name, owner: 'owner' });
  const general = guild.createChannel({ name: 'general', topic: 'Type / to see the commands of your bot.' });
  guild.systemChannelId = general.id;
  for (const member of ['ada', 'grace', 'linus']) guild.join({ name: member });
  return guild;
}

function settleBot(
  discord: LocalDiscord,
  guild: Guild,
  { bot, token, permissions, privilegedIntents }: StandaloneOptions,
) {
  const known = discord.applications.find(({ name }) => name === bot);
  if (known !== undefined) return known;
  const application = discord.createApplication({
    name: bot,
    privilegedIntents,
    ...(token !== undefined && { token }),
  });
  discord.invite(application, guild, permissions);
  return application;
}

async function servePage(discord: LocalDiscord, guild: Guild, port: number) {
  const door = await openDoor(port, 'choose another port with --page, or go without it with --no-page.');
  return startPage({ door, discord, guild, onFault: fault => process.stderr.write(`The page failed: ${fault}\n`) });
}

/** Each kind of mistake once: a bot in a loop would fill the screen. */
function tellViolations(discord: LocalDiscord): () => void {
  const told = new Set<string>();
  return discord.onRequest(({ problems }) => {
    for (const { where, path, problem } of problems) {
      const line = `  ✗ ${where}${path === '' ? '' : ` ${path}`}: ${problem}\n`;
      if (!told.has(line)) say(line);
      told.add(line);
    }
  });
}

const running = start(optionsOf()).catch(problem => fail(problem, 69));
let closing = false;
const stop = () => {
  if (closing) return;
  closing = true;
  running
    .then(close => close())
    .then(
      () => process.exit(0),
      problem => fail(problem, 70),
    );
};
process.on('SIGINT', stop).on('SIGTERM', stop);
