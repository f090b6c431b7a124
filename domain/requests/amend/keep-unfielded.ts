import type { FormField } from "../../services/form/field";

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// A field of days cannot show a time of day, which a program may have said: left empty, it stays.
const TIME = /^\d{4}-\d{2}-\d{2}T/;
const isUnshown = (value: unknown): boolean => typeof value === "string" && TIME.test(value);

/**
 * A wire form as typed, with the members of the stored one that the form has no field for: they were said over the API, and who amends
 * with a form does not take them back.
 */
export function keepUnfielded(stored: unknown, typed: unknown, fields: readonly FormField[], prefix = ""): unknown {
  if (!isMembers(stored)) return typed;
  const merged: Record<string, unknown> = { ...(isMembers(typed) ? typed : {}) };
  for (const [name, value] of Object.entries(stored)) {
    const path = prefix + name;
    const own = fields.find((field) => field.path === path);
    if (own) {
      if (own.as !== "time" && isUnshown(value)) merged[name] ??= value;
      continue;
    }
    const isParted = fields.some((field) => field.path.startsWith(`${path}.`));
    const kept = isParted ? keepUnfielded(value, merged[name], fields, `${path}.`) : value;
    const isEmpty = isMembers(kept) && Object.keys(kept).length === 0;
    if (!isEmpty) merged[name] = kept;
  }
  return merged;
}
