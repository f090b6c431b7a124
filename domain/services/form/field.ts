import type { z } from "zod";

/**
 * One field of a form and the member of the wire form that it fills (`path` with dots). `answer` is yes, no or nothing;
 * `flag` is a check box; `percent` is kept in basis points and `thousandths` in those of its unit; `money` has its currency in a second field; `time` is a clock time in the reader's zone.
 */
export type FormField =
  | {
      readonly name: string;
      readonly path: string;
      readonly as: "text" | "number" | "percent" | "thousandths" | "flag" | "answer" | "list" | "time";
    }
  | { readonly name: string; readonly path: string; readonly as: "money"; readonly currencyName: string };

/** A form read into the input of a schema, with the complaints that only the typed text can cause. */
export type FormReading = {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
  /** The field that shows an issue of this path; empty where it concerns the whole form. */
  readonly fieldOf: (path: readonly PropertyKey[]) => string;
};

/** The name of the field that fills `path`, or the first one within it. */
export function fieldAt(fields: readonly FormField[], path: readonly PropertyKey[]): string {
  const whole = path.map(String).join(".");
  const holding = fields.find((field) => whole === field.path || whole.startsWith(`${field.path}.`));
  const within = whole === "" ? undefined : fields.find((field) => field.path.startsWith(`${whole}.`));
  return (holding ?? within)?.name ?? "";
}
