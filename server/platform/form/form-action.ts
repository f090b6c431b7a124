import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Outage } from "../../../db/failures";
import type { FormAction, FormState, FormValues, ToConfirm } from "../../../domain/shared/form-state";
import type { Actor } from "../../../domain/access/policy";
import { everyRefusal, type Refusal, type Result } from "../../../domain/shared/result";
import type { Command, Members } from "../command";
import { type Call, execute, type Faults, type Origin, refusedSoFar } from "../execute";
import { findHostile } from "../hostile-input";
import { detailsInWords, fieldName, keysOfIssue, typedIssueWords } from "./issue-words";
import { fieldsOf } from "./form-fields";
import { noteFault } from "../process/fault";
import { newId } from "../platform";
import { currentActor, currentOrigin } from "../identity/session";

const KEY_FIELD = "idempotencyKey";
const KEY = /^[0-9a-z]{1,64}$/;

/** The key of the call, which is no field of the command; what no page of ours minted is none. */
function keyOf(fields: FormData): string | null {
  const key = fields.get(KEY_FIELD);
  return typeof key === "string" && KEY.test(key) ? key : null;
}

function typedFields(fields: FormData): FormData {
  const typed = new FormData();
  for (const [name, value] of fields) if (name !== KEY_FIELD) typed.append(name, value);
  return typed;
}

/** Everything that was typed; secrets and the form's own hidden fields are not sent back. */
export function valuesOfForm(data: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (name === KEY_FIELD || /password|secret|token/i.test(name)) continue;
    const all = data.getAll(name).filter((value) => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] as string) : all;
  }
  return values;
}

type Answer = Partial<Pick<FormState, "fieldErrors" | "formErrors" | "notice" | "toConfirm">>;

/** The answer that keeps what was typed. */
export const answer = (data: FormData, parts: Answer): FormState => ({
  key: newId(),
  values: valuesOfForm(data),
  fieldErrors: {},
  formErrors: [],
  notice: null,
  ...parts,
});

/**
 * Rooms whose rules are asked within another's command: a step of an order is held to its line and to the gates of its deal, and the number of
 * a release, of a filing and of a declaration on paper to the form of its country's declarations. A confirmed address publishes the deal that waits for it.
 */
export const BEHIND: Readonly<Record<string, readonly string[]>> = {
  accounts: ["deals"],
  chain: ["clearance"],
  orders: ["chain", "remittance", "clearance"],
  documents: ["clearance"],
  clearance: ["orders", "chain"],
  inspections: ["orders", "chain"],
  remittance: ["orders", "chain"],
};

/** Where a broken rule of a service's request has its words, as of a payee that is named anew in an order's room. */
const keysOfRule = ({ service, rule }: NonNullable<Refusal["details"]>): readonly string[] =>
  service === undefined || rule === undefined ? [] : keysOfIssue(`service-${service}`, String(rule));

/** The words of a refusal: of the rule that it names, else the room's own (`bidding.refusal.…`), else those of the rooms behind it or the common ones. A code without words is a fault of ours. */
export async function wordRefusal(
  refusal: Pick<Refusal, "details"> & { readonly code: string },
  room: string,
): Promise<string> {
  const t = await getTranslations();
  const rooms = [room, ...(BEHIND[room] ?? []), "common"];
  const key = [...keysOfRule(refusal.details ?? {}), ...rooms.map((one) => `${one}.refusal.${refusal.code}`)].find(
    (candidate) => t.has(candidate),
  );
  if (!key) throw new Error(`No words for the refusal ${refusal.code} of ${room}`);
  return t(key, detailsInWords(refusal.details ?? {}, { t, locale: await getLocale() }));
}

async function wordIssues(issues: readonly z.core.$ZodIssue[], room: string): Promise<Record<string, string>> {
  const t = await getTranslations();
  const words: Record<string, string> = {};
  for (const issue of issues) {
    const { key, values } = typedIssueWords(issue);
    const found = keysOfIssue(room, key).find((candidate) => t.has(candidate)) ?? "issues.malformed";
    words[fieldName(issue.path)] ??= t(found, values);
  }
  return words;
}

/** What is malformed, worded beside its fields. */
export async function answerIssues(
  data: FormData,
  issues: readonly z.core.$ZodIssue[],
  room: string,
): Promise<FormState> {
  const { "": whole, ...fieldErrors } = await wordIssues(issues, room);
  return answer(data, { fieldErrors, formErrors: whole ? [whole] : [] });
}

/** What next/navigation throws to redirect or to answer 404 must pass every catch. */
const isNavigation = (error: unknown): boolean =>
  String((error as { digest?: unknown })?.digest ?? "").startsWith("NEXT_");

/** Which words of `common` say what became of what was sent. */
const wordsOfFault = (outage: Outage | null) => {
  if (!outage) return "fault";
  if (outage.mayBeSaved) return "outage.uncertain";
  return outage.code === "busy" ? "outage.busy" : "outage.down";
};

/** The one boundary of faults in forms: logged with a reference, and shown as that reference with everything typed kept. */
export async function answerFault(error: unknown, data: FormData, name: string): Promise<FormState> {
  if (isNavigation(error)) throw error;
  const { reference, outage } = noteFault(error, "a form action failed", { command: name });
  const t = await getTranslations("common");
  return answer(data, { formErrors: [t(wordsOfFault(outage), { reference })] });
}

export type Prepared<Kept> = Result<{ readonly input: unknown; readonly kept: Kept }, Refusal>;

export type FieldOf = (refusal: Refusal, data: FormData) => string | null;

export type FormDefinition<Input, Output, R extends Refusal, Form = unknown, Kept = undefined> = {
  readonly command: Command<Input, Output, R>;
  /** Reads the form's names and strings into the command's input; the command's own schema where the names agree. */
  readonly form?: z.ZodType<Form, unknown>;
  /** Reads the form as far as it can be, in place of `form`: what it cannot is told together with all that is refused of the rest. */
  readonly read?: (data: FormData) => FormReading;
  /**
   * What must not happen inside the transaction (hashing a password) or be kept by it (a secret that is shown once): makes the
   * command's input of what was typed, and keeps the rest for `then`.
   */
  readonly prepare?: (form: Form, origin: Origin) => Promise<Prepared<Kept>>;
  /**
   * Of a form that binds: what follows from what was typed, or the refusal that its command would answer. The form shows it first, and is sent
   * by the button that comes with it.
   */
  readonly check?: (input: Input, actor: Actor) => Promise<Result<ToConfirm, Refusal>>;
  /** The field beside which a refusal is shown, where it concerns one; what was sent says which fields there were. */
  readonly fieldOf?: FieldOf;
  /** Where it went well: the path to go to (the language is put before it), or the words to show on the same page. */
  readonly then: (output: Output, data: FormData, kept: Kept) => Next | Promise<Next>;
};

type Next =
  | { readonly goTo: string }
  /** Quiet where the page is not to be drawn anew, because somebody is typing in it. */
  | { readonly notice: string; readonly isQuiet?: boolean };

/** Which refusal stands at which field, the first where a field has several, and which are of the whole form. */
export function placeRefusals(refusals: readonly Refusal[], fieldOf: (refusal: Refusal) => string | null) {
  const atFields = new Map<string, Refusal>();
  const ofForm: Refusal[] = [];
  for (const refusal of refusals) {
    const field = fieldOf(refusal);
    if (field === null) ofForm.push(refusal);
    else if (!atFields.has(field)) atFields.set(field, refusal);
  }
  return { atFields, ofForm };
}

/** The words of refusals, each beside its field where it concerns one. */
export async function answerRefusals(
  data: FormData,
  refusals: readonly Refusal[],
  { room, fieldOf }: { readonly room: string; readonly fieldOf?: FieldOf | undefined },
): Promise<FormState> {
  const { atFields, ofForm } = placeRefusals(refusals, (refusal) => fieldOf?.(refusal, data) ?? null);
  const worded = [...atFields].map(async ([field, refusal]) => [field, await wordRefusal(refusal, room)] as const);
  return answer(data, {
    fieldErrors: Object.fromEntries(await Promise.all(worded)),
    formErrors: await Promise.all(ofForm.map((refusal) => wordRefusal(refusal, room))),
  });
}

/** What cannot be read, and what is refused of all that can, in one answer; a field says first what cannot be read. */
export async function answerFaults(
  data: FormData,
  { issues, refusals = [] }: Faults,
  of: { readonly room: string; readonly fieldOf?: FieldOf | undefined },
): Promise<FormState> {
  const malformed = await answerIssues(data, issues, of.room);
  const refused = await answerRefusals(data, refusals, of);
  return {
    ...malformed,
    fieldErrors: { ...refused.fieldErrors, ...malformed.fieldErrors },
    formErrors: [...malformed.formErrors, ...refused.formErrors],
  };
}

/** A form by a schema of its own, which reads all of it or nothing. */
function readWhole(schema: z.ZodType, data: FormData): FormReading {
  const submission = parseWithZod(typedFields(data), {
    schema: schema as z.ZodType<unknown>,
    formatError: (issues: z.core.$ZodIssue[]) => [...issues],
  });
  if (submission.status === "success") return { input: submission.value as Members, issues: [] };
  return { input: {}, issues: Object.values(submission.error ?? {}).flatMap((list) => list ?? []) };
}

/**
 * Makes a form's action: session, permission, validation, rate limit, idempotency, transaction, audit and outbox by
 * `execute`, and an answer that keeps every value when it does not go well. No action is made otherwise; a check says so.
 */
export function formAction<Input, Output, R extends Refusal, Form = unknown, Kept = undefined>(
  definition: FormDefinition<Input, Output, R, Form, Kept>,
): FormAction {
  const { command, prepare, check } = definition;
  const room = command.name.split(".")[0] as string;
  const malformed = (data: FormData, issues: readonly z.core.$ZodIssue[]) => answerIssues(data, issues, room);
  const refused = (data: FormData, refusal: Refusal) =>
    answerRefusals(data, everyRefusal(refusal), { room, fieldOf: definition.fieldOf });
  const unread = async (data: FormData, reading: FormReading) => {
    if (!definition.read) return malformed(data, reading.issues);
    const caller = { actor: await currentActor(), origin: await currentOrigin() };
    return answerFaults(data, await faultsOfReading(command, reading, caller), { room, fieldOf: definition.fieldOf });
  };
  const checked = async (data: FormData, typed: unknown, how: NonNullable<typeof check>) => {
    const input = command.input.safeParse(typed);
    if (!input.success) return malformed(data, input.error.issues);
    const found = await how(input.data, await currentActor());
    return found.ok ? answer(data, { toConfirm: found.value }) : refused(data, found.refusal);
  };
  return async (_state, sent) => {
    const data = fieldsOf(sent);
    const intent = data.get("intent");
    if (check && intent === "edit") return answer(data, {});
    try {
      const reading = definition.read?.(data) ?? readWhole(definition.form ?? command.input, data);
      if (reading.issues.length > 0) return await unread(data, reading);
      // Before `prepare`, which may ask the database with it.
      const hostile = findHostile(reading.input);
      if (hostile) return await malformed(data, [hostile]);
      const origin = await currentOrigin();
      const prepared = await prepare?.(reading.input as Form, origin);
      if (prepared && !prepared.ok) return await refused(data, prepared.refusal);
      const input = prepared ? prepared.value.input : reading.input;
      if (check && intent !== "send") return await checked(data, input, check);
      const outcome = await execute(command, {
        actor: await currentActor(),
        input,
        idempotencyKey: keyOf(data),
        origin,
      });
      if (outcome.kind === "malformed") return await answerFaults(data, outcome, { room, fieldOf: definition.fieldOf });
      if (outcome.kind === "refused") return await refused(data, outcome.refusal);
      const next = await definition.then(outcome.value, data, prepared?.value.kept as Kept);
      if ("notice" in next) {
        // What stands around the form has changed with it.
        if (!next.isQuiet) refresh();
        return { ...answer(data, { notice: next.notice }), values: {} };
      }
      // The frame around both pages says who somebody is and what waits: without this it stays as it was before the action.
      refresh();
      redirect(`/${await getLocale()}${next.goTo}`);
    } catch (error) {
      return answerFault(error, data, command.name);
    }
  };
}

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
