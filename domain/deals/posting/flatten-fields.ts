import type { FormValues } from "../../shared/form-state";

const OWN: readonly string[] = ["draftId", "intent", "idempotencyKey"];

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && Object.values(value).every((item) => typeof item === "string");

function* walk(value: unknown, name: string): Generator<readonly [string, string | readonly string[]]> {
  if (typeof value === "string") yield [name, value];
  else if (isTexts(value)) yield [name, Object.values(value)];
  else if (Array.isArray(value)) {
    // By its own keys: a hostile name such as cargo[999999999] makes a list of holes.
    for (const [at, item] of Object.entries(value)) yield* walk(item, `${name}[${at}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, name === "" ? key : `${name}.${key}`);
  }
}

/** A form that was read into a tree, by its fields' names again; the form's own hidden fields and the framework's are left out. */
export const flattenFields = (tree: unknown): FormValues =>
  Object.fromEntries([...walk(tree, "")].filter(([name]) => !OWN.includes(name) && !name.startsWith("$")));
