/** The contract of a command: one literal from which its registration, its option types and its help derive. */
import type { Connection } from '../domain/doctor.ts';
import type { KeepOutcome, Upload } from '../domain/evidence.ts';
import type { Member } from '../domain/member.ts';
import type { Server } from '../domain/server.ts';
import type { Flows } from '../flows/index.ts';
import type { Form } from '../views/form.ts';
import type { Locale } from '../views/locale.ts';
import type { Message } from '../views/message.ts';

/** The member who ran, typed or pressed, as the interaction describes them. */
export interface Caller extends Member {
  /** Nickname, display name or user name, in this order. Not escaped. */
  readonly name: string;
  /** Permissions in the channel, as Discord's bit set. */
  readonly permissions: bigint;
  /** The roles the member has, by id. */
  readonly roleIds: readonly string[];
  /** Snowflake of the interaction: orders and de-duplicates changes. */
  readonly interactionId: string;
}

/** What each handler is given: who asks, the verbs, the language of the answer, and what only Discord can tell. */
export interface Request {
  readonly caller: Caller;
  readonly flows: Flows;
  readonly locale: Locale;
  /** The server as the gateway last described it; undefined while it is unavailable. Costs no request. */
  readonly server: () => Server | undefined;
  /** The same after asking Discord itself, which takes three requests. */
  readonly lookAgain: () => Promise<Server | undefined>;
  /** How Cairn is connected. */
  readonly connection: () => Connection;
  /** Keeps an upload for good, in a message to the organisers alone: an upload's own address expires. */
  readonly keepFile: (file: Upload, message: Message) => Promise<KeepOutcome>;
}

/**
 * What a handler returns: one message, a form to fill in, or messages of which each replaces the one before. They are asked
 * for one by one, the next a second after the last was shown, until there is none, the bot stops or 15 minutes are over.
 * A form is best returned at once: after a second and a half the member gets a button that opens it instead.
 */
export type Reply = Message | Form | AsyncIterable<Message>;

/** One line of an autocompletion: name ≤ 100 characters is shown, value is sent. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** Somebody types a value. */
export interface Typing extends Request {
  readonly typed: string;
  /** What the other options hold by now, as text. */
  readonly others: Readonly<Record<string, string>>;
}

export interface TextOption {
  readonly kind: 'text';
  readonly says: string;
  readonly required?: true;
  /** A fixed set of values, each with the name members see. Excludes `suggest`. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Completes what is being typed; at most 25 are shown. */
  readonly suggest?: (request: Typing) => Promise<readonly Suggestion[]>;
}

interface Plain<K extends string> {
  readonly kind: K;
  readonly says: string;
  readonly required?: true;
}

/** A file, a member of the server, or yes and no. */
export type FileOption = Plain<'file'>;
export type MemberOption = Plain<'member'>;
export type FlagOption = Plain<'flag'>;
export type Option = TextOption | FileOption | MemberOption | FlagOption;

export type Options = Readonly<Record<string, Option>>;

/** Somebody named in an option. */
export interface NamedMember extends Member {
  /** As `Caller.name`. */
  readonly name: string;
  /** Absent: a person. */
  readonly isBot?: true;
}

interface Values {
  readonly file: Upload;
  readonly member: NamedMember;
  readonly flag: boolean;
}

type Value<O extends Option> = O extends { kind: infer K extends keyof Values }
  ? Values[K]
  : O extends { choices: Readonly<Record<infer Choice extends string, string>> }
    ? Choice
    : string;

/** The options' values by name; `string | undefined` where the option is not required. */
export type Given<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { required: true } ? Value<O[K]> : Value<O[K]> | undefined;
};

export interface Subcommand<O extends Options = Options> {
  readonly says: string;
  /** `{}` for none: the types of `given` are inferred from it. */
  readonly options: O;
  readonly run: (request: Request & { readonly given: Given<O> }) => Promise<Reply> | Reply;
}

/** Answers a button or a select. On a message only the caller sees, the answer replaces that message. */
export type ComponentHandler = (
  request: Request & {
    /** What follows `command/name` in the custom_id. */
    readonly args: readonly string[];
    /** What was picked, for a select. */
    readonly values: readonly string[];
  },
) => Promise<Reply> | Reply;

/** Answers a form that was filled in: `custom_id` of the form is `command/name/arg/arg`. */
export type FormHandler = (
  request: Request & {
    readonly args: readonly string[];
    /** By the field's custom_id: what was typed or picked, one or several; empty ones are absent. */
    readonly fields: Readonly<Record<string, readonly string[]>>;
    /** By the field's custom_id: uploads. */
    readonly files: Readonly<Record<string, readonly Upload[]>>;
  },
) => Promise<Reply> | Reply;

interface Shared {
  /** Discord's rule: 1-32 lower-case letters, digits, - and _. The file has the same name. */
  readonly name: string;
  readonly says: string;
  /** By name: `undo` answers the custom_id `<command>/undo/<arg>/<arg>`, whenever the message was sent. */
  readonly components?: Readonly<Record<string, ComponentHandler>>;
  readonly forms?: Readonly<Record<string, FormHandler>>;
  /**
   * Which of the components also work in direct messages, by name: there a press does not say which server it is about, so
   * this reads the server's id in the args. The caller then has no permissions and no roles.
   */
  readonly serverOf?: Readonly<Record<string, (args: readonly string[]) => string | undefined>>;
  /** Who may run it unless the server says otherwise (default_member_permissions); absent: everybody. */
  readonly needs?: 'ManageGuild';
}

export interface CommandWithSubcommands<S extends Readonly<Record<string, Options>>> extends Shared {
  readonly subcommands: { readonly [K in keyof S]: Subcommand<S[K]> };
}

export interface PlainCommand<O extends Options> extends Shared, Subcommand<O> {}

/** A command as the loader, the publisher and the dispatcher see it. */
export interface Command extends Shared {
  readonly subcommands?: Readonly<Record<string, Subcommand>>;
  readonly options?: Options;
  readonly run?: Subcommand['run'];
}

export function defineCommand<const S extends Readonly<Record<string, Options>>>(
  command: CommandWithSubcommands<S>,
): Command;
export function defineCommand<const O extends Options>(command: PlainCommand<O>): Command;
export function defineCommand(command: unknown): Command {
  return command as Command;
}
