/** Finds the route of a request. */
import type { Route } from './route.ts';

interface Node {
  readonly fixed: Map<string, Node>;
  param: { readonly name: string; readonly node: Node } | undefined;
  readonly routes: Map<string, Route>;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type Find = (method: string, path: string) => Match | undefined;

export function createRouter(routes: readonly Route[]): Find {
  const root = emptyNode();
  for (const route of routes) add(root, route);
  return (method, path) => {
    const params: Record<string, string> = {};
    let node: Node | undefined = root;
    for (const raw of path.split('/').slice(1)) {
      // Decoded first: clients write @me as %40me.
      const segment = raw.includes('%') ? decodeURIComponent(raw) : raw;
      const fixed: Node | undefined = node.fixed.get(segment);
      if (fixed !== undefined) node = fixed;
      else if (node.param !== undefined) {
        params[node.param.name] = segment;
        node = node.param.node;
      } else return undefined;
    }
    const route = node.routes.get(method);
    return route && { route, params };
  };
}

const emptyNode = (): Node => ({ fixed: new Map(), param: undefined, routes: new Map() });

function add(root: Node, route: Route): void {
  let node = root;
  for (const segment of route.path.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      const name = segment.slice(1);
      node.param ??= { name, node: emptyNode() };
      if (node.param.name !== name)
        throw new Error(`${route.path}: ":${name}" is called ":${node.param.name}" elsewhere`);
      node = node.param.node;
    } else {
      const next = node.fixed.get(segment) ?? emptyNode();
      node.fixed.set(segment, next);
      node = next;
    }
  }
  if (node.routes.has(route.method)) throw new Error(`${route.method} ${route.path} is defined twice`);
  node.routes.set(route.method, route);
}
