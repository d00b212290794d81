/** Schemas of Discord's specification by name, to build others from them. */
import type * as z from 'zod/mini';

export type Published = (name: string) => z.ZodMiniObject;

export function published(schemas: Readonly<Record<string, unknown>>): Published {
  return name => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`discord-api-spec has no ${name}`);
    return schema as z.ZodMiniObject;
  };
}
