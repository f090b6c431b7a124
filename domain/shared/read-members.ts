import { z } from "zod";
import { assert } from "./assert";

type Members = Readonly<Record<string, unknown>>;

/** What could be read of an input, and the names of the members that were malformed, or missing where they must not be. */
export type SoFar<Value> = { readonly value: Value; readonly unread: ReadonlySet<string> };

export const membersOf = (input: unknown): Members =>
  typeof input === "object" && input !== null && !Array.isArray(input) ? (input as Members) : {};

/** An input read member by member, each by its own schema, so that one that is malformed does not hide the others. */
export function readSoFar<Value>(schema: z.ZodType<Value>, input: unknown): SoFar<Partial<Value>> {
  assert(schema instanceof z.ZodObject, "what is read by its members is an object");
  const given = membersOf(input);
  const value: Record<string, unknown> = {};
  const unread = new Set<string>();
  for (const [name, member] of Object.entries<z.ZodType>(schema.shape)) {
    const read = member.safeParse(given[name]);
    if (!read.success) unread.add(name);
    else if (read.data !== undefined) value[name] = read.data;
  }
  return { value: value as Partial<Value>, unread };
}
