import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import type { Refusal } from "../../../domain/shared/result";
import type { Command, Members } from "../command";
import { type Call, type Faults, refusedSoFar } from "../execute";
import { fieldName } from "./issue-words";

/** A form as far as it can be read: as the input of its command, and what cannot be, each at its field. */
export type FormReading = { readonly input: Members; readonly issues: readonly z.core.$ZodIssue[] };

type Complaint = Readonly<Record<"code", "custom">> & { readonly path: PropertyKey[]; readonly message: string };

/** Where a form complains of what only its text can be, as a schema does. */
export type Complaints = { readonly addIssue: (issue: Complaint) => void };

type Typed<Shape extends z.ZodRawShape> = Partial<z.output<z.ZodObject<Shape>>>;

/**
 * Reads a form field by field, so that one that is malformed hides none of the others. `toInput` makes the input of the command of those that
 * could be read, and complains of what their text cannot be.
 */
export const readFields =
  <Shape extends z.ZodRawShape>(shape: Shape, toInput: (typed: Typed<Shape>, context: Complaints) => Members) =>
  (data: FormData): FormReading => {
    const typed: Record<string, unknown> = {};
    const issues: z.core.$ZodIssue[] = [];
    for (const [name, field] of Object.entries(shape)) {
      const schema = z.object({ [name]: field });
      const read = parseWithZod(data, { schema, formatError: (found: z.core.$ZodIssue[]) => [...found] });
      if (read.status === "success") Object.assign(typed, read.value);
      else issues.push(...Object.values(read.error ?? {}).flatMap((found) => found ?? []));
    }
    const input = toInput(typed as Typed<Shape>, { addIssue: (issue) => issues.push({ ...issue, input: undefined }) });
    return { input, issues };
  };

/** All that is wrong with a form that cannot be read as a whole: what is unreadable, what the command's schema says of the rest, and what its rules refuse of that. */
export async function faultsOfReading<Input, Output, R extends Refusal>(
  command: Command<Input, Output, R>,
  { input, issues }: FormReading,
  caller: Pick<Call, "actor" | "origin">,
): Promise<Faults> {
  const unread = new Set(issues.map(({ path }) => fieldName(path)));
  const judged = command.input.safeParse(input).error?.issues ?? [];
  return {
    issues: [...issues, ...judged.filter(({ path }) => !unread.has(fieldName(path)))],
    refusals: await refusedSoFar(command, { ...caller, input }),
  };
}
