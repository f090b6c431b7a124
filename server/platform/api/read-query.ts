import { z } from "zod";

const raw = (path: string, message: string): z.core.$ZodIssue =>
  ({ code: "custom", path: [path], message, input: undefined }) as z.core.$ZodIssue;

/** Reads the parameters after the question mark, each once, by the endpoint's schema: unknown and repeated ones are refused. */
export function readQuery(
  schema: z.ZodObject | undefined,
  url: string,
): { readonly value: unknown } | { readonly issues: readonly z.core.$ZodIssue[] } {
  const given = [...new URL(url).searchParams];
  const names = given.map(([name]) => name);
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) return { issues: [raw(repeated, "named_twice")] };
  const broken = given.find(([name, text]) => name.includes("\0") || text.includes("\0"));
  if (broken) return { issues: [raw(broken[0].replaceAll("\0", ""), "control_characters")] };
  const parsed = (schema ?? z.strictObject({})).safeParse(Object.fromEntries(given));
  return parsed.success ? { value: parsed.data } : { issues: parsed.error.issues };
}
