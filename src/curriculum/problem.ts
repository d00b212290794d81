/** What is wrong with the files: collected while reading, all told at once. */
import { type Rule, rules } from './rules.ts';

export interface Problem {
  /** Below the data folder: "items/laws.yaml". */
  readonly file: string;
  readonly line: number;
  /** Number of the sentence in data/README.md. */
  readonly rule: number;
  readonly message: string;
}

export interface SourceText {
  /** Below the data folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A spot in a file. Its line is counted only when there is something to tell about it. */
export interface Position {
  readonly file: SourceText;
  readonly offset: number;
}

export interface Located<T> {
  readonly value: T;
  readonly at: Position;
}

export type Report = (rule: Rule, at: Position, message: string) => void;

export function lineOf({ file, offset }: Position): number {
  return file.text.slice(0, offset).split('\n').length;
}

export function collectProblems(): { readonly report: Report; readonly problems: () => readonly Problem[] } {
  const found = new Map<string, Problem>();
  const report: Report = (rule, at, message) => {
    const problem = { file: at.file.path, line: lineOf(at), rule: rules[rule], message };
    found.set(JSON.stringify(problem), problem);
  };
  const problems = () =>
    [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { report, problems };
}

export function describeProblems(dir: string, problems: readonly Problem[]): string {
  const lines = problems.map(({ file, line, rule, message }) => `${dir}/${file}:${line}: rule ${rule}: ${message}`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${dir} has ${count}. The numbers are the rules of ${dir}/README.md.\n${lines.join('\n')}`;
}

export class CurriculumError extends Error {
  readonly problems: readonly Problem[];
  /** EX_CONFIG: the files have to be repaired before a start can succeed. */
  readonly exitCode = 78;

  constructor(dir: string, problems: readonly Problem[]) {
    super(describeProblems(dir, problems));
    this.name = 'CurriculumError';
    this.problems = problems;
  }
}
