/** Numbers the components of a message that came without an id, as Discord does. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

interface Node {
  readonly id?: number;
  readonly components?: readonly Node[];
  readonly accessory?: Node;
}

export function withComponentIds(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  if (components.length === 0) return components;
  const taken = new Set<number>();
  const collect = (node: Node): void => {
    if (node.id !== undefined && node.id > 0) taken.add(node.id);
    node.components?.forEach(collect);
    if (node.accessory !== undefined) collect(node.accessory);
  };
  (components as readonly Node[]).forEach(collect);
  let last = 0;
  const number = (node: Node): Node => {
    let id = node.id ?? 0;
    if (id === 0) {
      do last += 1;
      while (taken.has(last));
      id = last;
    }
    return {
      ...node,
      id,
      ...(node.components !== undefined && { components: node.components.map(number) }),
      ...(node.accessory !== undefined && { accessory: number(node.accessory) }),
    };
  };
  return (components as readonly Node[]).map(number) as unknown as readonly APIMessageTopLevelComponent[];
}
