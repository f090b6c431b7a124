import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { FormAction, FormState, FormValues } from "../../domain/shared/form-state";
import type { Refusal } from "../../domain/shared/result";
import type { Command } from "./command";
import { execute } from "./execute";
import { fieldName, issueWords } from "./issue-words";
import { log } from "./log";
import { newId } from "./new-id";
import { currentActor, currentOrigin } from "./session";

/** Everything that was typed; secrets and the form's own hidden fields are not sent back. */
export function valuesOfForm(data: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$") || /password|secret/i.test(name) || name === "idempotencyKey") continue;
    const all = data.getAll(name).filter((value) => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] as string) : all;
  }
  return values;
}

type Answer = Partial<Pick<FormState, "fieldErrors" | "formErrors" | "notice">>;

/** The answer that keeps what was typed. */
export const answer = (data: FormData, parts: Answer): FormState => ({
  key: newId(),
  values: valuesOfForm(data),
  fieldErrors: {},
  formErrors: [],
  notice: null,
  ...parts,
});

/** The words of a refusal: the room's own (`bidding.refusal.…`), else the common ones. A code without words is a fault of ours. */
export async function wordRefusal(refusal: Refusal, room: string): Promise<string> {
  const t = await getTranslations();
  const key = [`${room}.refusal.${refusal.code}`, `common.refusal.${refusal.code}`].find((candidate) => t.has(candidate));
  if (!key) throw new Error(`No words for the refusal ${refusal.code} of ${room}`);
  const details = Object.entries(refusal.details ?? {}).map(([name, value]) => [name, typeof value === "boolean" ? String(value) : value]);
  return t(key, Object.fromEntries(details));
}

export async function wordIssues(issues: readonly z.core.$ZodIssue[], room: string): Promise<Record<string, string>> {
  const t = await getTranslations();
  const words: Record<string, string> = {};
  for (const issue of issues) {
    const { key, values } = issueWords(issue);
    const found = [`${room}.issue.${key}`, `services.issue.${key}`, `issues.${key}`].find((candidate) => t.has(candidate)) ?? "issues.malformed";
    words[fieldName(issue.path)] ??= t(found, values);
  }
  return words;
}

/** What next/navigation throws to redirect or to answer 404 must pass every catch. */
const isNavigation = (error: unknown): boolean => String((error as { digest?: unknown })?.digest ?? "").startsWith("NEXT_");

/** The one boundary of faults in forms: logged with a reference, and shown as that reference with everything typed kept. */
export async function answerFault(error: unknown, data: FormData, name: string): Promise<FormState> {
  if (isNavigation(error)) throw error;
  const reference = newId().slice(-8).toUpperCase();
  log.error({ reference, command: name, err: error }, "a form action failed");
  const t = await getTranslations("common");
  return answer(data, { formErrors: [t("fault", { reference })] });
}

export type FormDefinition<Input, Output, R extends Refusal> = {
  readonly command: Command<Input, Output, R>;
  /** Reads the form's names and strings into the command's input; the command's own schema where the names agree. */
  readonly form?: z.ZodType<unknown, unknown>;
  /** The field beside which a refusal is shown, where it concerns one. */
  readonly fieldOf?: (refusal: Refusal) => string | null;
  /** Where it went well: the path to go to (the language is put before it), or the words to show on the same page. */
  readonly then: (output: Output, data: FormData) => { readonly goTo: string } | { readonly notice: string } | Promise<{ goTo: string } | { notice: string }>;
};

/**
 * Makes a form's action: session, permission, validation, rate limit, idempotency, transaction, audit and outbox by
 * `execute`, and an answer that keeps every value when it does not go well. No action is made otherwise; a check says so.
 */
export function formAction<Input, Output, R extends Refusal>(definition: FormDefinition<Input, Output, R>): FormAction {
  const { command } = definition;
  const room = command.name.split(".")[0] as string;
  return async (_state, data) => {
    try {
      const submission = parseWithZod(data, { schema: (definition.form ?? command.input) as z.ZodType<unknown>, formatError: (issues: z.core.$ZodIssue[]) => [...issues] });
      if (submission.status !== "success") {
        const issues = Object.values(submission.error ?? {}).flatMap((list) => list ?? []);
        return answer(data, splitErrors(await wordIssues(issues, room)));
      }
      const outcome = await execute(command, {
        actor: await currentActor(),
        input: submission.value,
        idempotencyKey: (data.get("idempotencyKey") as string | null) || null,
        origin: await currentOrigin(),
      });
      if (outcome.kind === "malformed") return answer(data, splitErrors(await wordIssues(outcome.issues, room)));
      if (outcome.kind === "refused") {
        const words = await wordRefusal(outcome.refusal, room);
        const field = definition.fieldOf?.(outcome.refusal) ?? null;
        return answer(data, field ? { fieldErrors: { [field]: words } } : { formErrors: [words] });
      }
      const next = await definition.then(outcome.value, data);
      if ("notice" in next) return { ...answer(data, { notice: next.notice }), values: {} };
      redirect(`/${await getLocale()}${next.goTo}`);
    } catch (error) {
      return answerFault(error, data, command.name);
    }
  };
}

function splitErrors(words: Record<string, string>): Answer {
  const { "": whole, ...fieldErrors } = words;
  return { fieldErrors, formErrors: whole ? [whole] : [] };
}
