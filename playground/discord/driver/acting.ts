/** Whoever uses a handle is who the audit log names: members what they do with the client, the owner what is hers. */
import { acting } from '../state/audit/audit-log.ts';
import type { World } from '../state/world.ts';

/** The handle, with all of its methods and setters under this user's name. What an act awaits runs under nobody's. */
export function actingAs<Handle extends object>(world: World, userId: () => string, handle: Handle): Handle {
  const by = () => ({ userId: userId(), reason: undefined });
  return new Proxy(handle, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => acting(world, by(), () => Reflect.apply(value, target, given));
    },
    set: (target, key, value) => acting(world, by(), () => Reflect.set(target, key, value)),
  });
}
