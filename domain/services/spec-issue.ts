import type { z } from "zod";

export type IssueValues = Readonly<Record<string, string | number>>;

/** A rule of a spec that is not met: where, and the message key (`issue.*` of the kind's or the services' messages). */
export type SpecIssue = {
  readonly path: readonly (string | number)[];
  readonly message: `issue.${string}`;
  readonly values?: IssueValues;
};

/** `path` is written with dots, as in `importerOfRecord.name`. */
export const specIssue = (path: string, code: string, values?: IssueValues): SpecIssue => ({
  path: path.split("."),
  message: `issue.${code}`,
  ...(values ? { values } : {}),
});

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], input);

// Schemas of the market pass a code where zod would pass a sentence.
const OWN_CODE = /^[a-z]+(?:_[a-z]+)*$/;

function codeOf(issue: z.core.$ZodIssue, input: unknown): { code: string; values?: IssueValues } {
  if (issue.code === "unrecognized_keys") return { code: "unknown_key", values: { key: issue.keys.join(", ") } };
  const value = valueAt(input, issue.path);
  if (value === undefined || value === null || value === "") return { code: "required" };
  if (OWN_CODE.test(issue.message)) return { code: issue.message };
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return { code: "unknown_choice" };
  if (issue.code === "too_big") {
    const code = { string: "too_long", array: "too_many" }[issue.origin as string] ?? "number_too_big";
    return { code, values: { max: Number(issue.maximum) } };
  }
  if (issue.code === "too_small") return { code: "number_too_small", values: { min: Number(issue.minimum) } };
  if (issue.code === "invalid_format" && issue.format === "date") return { code: "date_malformed" };
  if (issue.code === "invalid_type" && issue.expected === "int") return { code: "number_not_whole" };
  if (issue.code === "invalid_type" && issue.expected === "number") return { code: "number_malformed" };
  return { code: "malformed" };
}

/** A schema's complaint about `input` in the market's own words, with the limit that was passed. */
export function issueFromZod(issue: z.core.$ZodIssue, input: unknown): SpecIssue {
  const { code, values } = codeOf(issue, input);
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  return { path, message: `issue.${code}`, ...(values ? { values } : {}) };
}
