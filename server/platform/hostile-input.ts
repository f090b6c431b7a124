import type { z } from "zod";

// Nothing that we read is nested deeper than a spec's ten; recursion over what a stranger sent must end.
const DEPTH_MAX = 32;

const issue = (path: readonly PropertyKey[], message: string): z.core.$ZodIssue =>
  ({ code: "custom", path: [...path], message, input: undefined }) as z.core.$ZodIssue;

/** The null character and half of a character: PostgreSQL keeps neither, in text or in JSON. */
const isUnstorable = (text: string): boolean => text.includes("\0") || !text.isWellFormed();

/**
 * What no schema of ours should have to think of: text that a database cannot keep (sealed in a bid it would only come to light at
 * the opening, and hinder it); a member named like an object's prototype; nesting without end.
 */
export function findHostile(value: unknown, path: readonly PropertyKey[] = []): z.core.$ZodIssue | undefined {
  if (typeof value === "string") return isUnstorable(value) ? issue(path, "control_characters") : undefined;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
  if (path.length > DEPTH_MAX) return issue(path.slice(0, 3), "nested_too_deep");
  for (const [key, member] of Object.entries(value)) {
    if (key === "__proto__" || isUnstorable(key)) return issue(path, "unknown_field");
    const found = findHostile(member, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
