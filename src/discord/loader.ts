/** Finds the commands: one file each, named as the command. A malformed one stops the start with every reason. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkCommand } from './check-command.ts';
import type { CommandProblem } from './check-values.ts';
import type { Command } from './command.ts';
import { commandLimits } from './command-limits.ts';
import { LineError } from './line-error.ts';

interface LoadedFile {
  readonly file: string;
  readonly command: Command;
  readonly problems: readonly CommandProblem[];
}

export async function loadCommands(dir: string): Promise<ReadonlyMap<string, Command>> {
  const entries = await readdir(dir, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.') && !name.endsWith('.md'));
  const loaded = await Promise.all(
    visible.map(entry =>
      entry.isFile() && entry.name.endsWith('.ts') ? load(dir, entry.name) : misplaced(entry.name),
    ),
  );
  const problems = loaded.flatMap(({ file, problems }) =>
    problems.map(([field, advice]) => `  ${file}: ${field} ${advice}`),
  );
  if (loaded.length > commandLimits.commands) {
    problems.push(
      `  ${loaded.length} commands are more than the ${commandLimits.commands} Discord takes. Join some as subcommands.`,
    );
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? 'One thing' : `${problems.length} things`;
    throw new LineError(
      [`Cairn did not start. ${count} in ${dir} cannot be registered with Discord:`, ...problems.sort()].join('\n'),
    );
  }
  return new Map(loaded.map(({ command }) => [command.name, command]));
}

async function load(dir: string, file: string): Promise<LoadedFile> {
  try {
    const exported = (await import(pathToFileURL(join(dir, file)).href)) as { command?: Command };
    return {
      file,
      command: exported.command as Command,
      problems: [...checkCommand(file.slice(0, -3), exported.command)],
    };
  } catch (error) {
    return broken(file, 'file', `cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function misplaced(file: string): LoadedFile {
  return broken(file, 'file', 'is no command. Each command is one .ts file here; keep everything else elsewhere.');
}

function broken(file: string, field: string, advice: string): LoadedFile {
  return { file, command: { name: file, says: '' }, problems: [[field, advice]] };
}
