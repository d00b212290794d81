/** Builds and reads Discord's tree of form errors. */
import type { Issues } from '../errors.ts';

export const issue = (code: string, message: string): Issues => ({ _errors: [{ code, message }] });

export const required = issue('BASE_TYPE_REQUIRED', 'This field is required');

/** Collects issues below keys; `tree` stays undefined while there are none. */
export interface Collector {
  readonly tree: Issues | undefined;
  add(path: readonly (string | number)[], code: string, message: string): void;
}

export function collector(): Collector {
  let tree: Issues | undefined;
  return {
    get tree() {
      return tree;
    },
    add(path, code, message) {
      tree ??= {};
      let node = tree;
      for (const key of path) {
        const next = (node[key] as Issues | undefined) ?? {};
        node[key] = next;
        node = next;
      }
      node._errors = [...(node._errors ?? []), { code, message }];
    },
  };
}

/** Every wrong field as `components.0.label` and what is wrong with it. */
export function flatten(issues: Issues, path = ''): { readonly path: string; readonly problem: string }[] {
  return Object.entries(issues).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.map(({ code, message }) => ({ path, problem: `${code}: ${message}` }));
    return value === undefined ? [] : flatten(value, path === '' ? key : `${path}.${key}`);
  });
}

/** Discord counts characters, JavaScript counts UTF-16 units; only texts near a limit pay for the difference. */
export function longerThan(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}

export function characters(text: string): number {
  return text.length > 0 ? [...text].length : 0;
}
