import { refresh } from "next/cache";
import type { Refusal } from "../../../domain/shared/result";
import type { FormAction } from "../../../domain/shared/form-state";
import type { Actor } from "../../../domain/access/policy";
import type { Command } from "../command";
import { type Call, execute } from "../execute";
import { currentActor, currentOrigin } from "../identity/session";
import { answer, answerFault, answerIssues, wordRefusal } from "./form-action";
import { fieldsOf } from "./form-fields";

type ManyDefinition<Input, Output, R extends Refusal> = {
  readonly command: Command<Input, Output, R>;
  /** The name under which each chosen row sends its id. */
  readonly field: string;
  readonly inputOf: (id: string) => Input;
  /** What the rows are called that the reader may see, by their ids: asked before anything is done. */
  readonly named: (actor: Actor) => Promise<ReadonlyMap<string, string>>;
  readonly words: (done: { readonly done: number; readonly asked: number }) => Promise<string>;
};

/** So many rows are done with at once. */
const ROWS_MAX = 100;
const KEY_MAX = 64;

/** The key of one row's call: sent twice, each row is done once. */
export const keyOfRow = (data: FormData, id: string): string | null => {
  const key = data.get("idempotencyKey");
  return typeof key === "string" && /^[0-9a-z]{1,38}$/.test(key) ? `${key}${id}`.slice(0, KEY_MAX) : null;
};

type Row = { readonly id: string };

/** What became of a row: nothing is wrong, it was refused, or it met a fault. */
type RowOutcome = Row & { readonly refusal?: { readonly code: string }; readonly fault?: unknown };

type Each<Input, Output, R extends Refusal> = Pick<ManyDefinition<Input, Output, R>, "command" | "inputOf"> & {
  readonly ids: readonly string[];
  readonly caller: Pick<Call, "actor" | "origin">;
  readonly keyOf: (id: string) => string | null;
};

/** Has the command done to each row, one after the other, each judged as if it were alone; a row that is refused or meets a fault stops no other. */
export async function doEach<Input, Output, R extends Refusal>(each: Each<Input, Output, R>): Promise<RowOutcome[]> {
  const { command, inputOf, ids, caller, keyOf } = each;
  const outcomes: RowOutcome[] = [];
  for (const id of ids) {
    try {
      const outcome = await execute(command, { ...caller, input: inputOf(id), idempotencyKey: keyOf(id) });
      if (outcome.kind === "done") outcomes.push({ id });
      else outcomes.push({ id, refusal: outcome.kind === "refused" ? outcome.refusal : { code: "not_found" } });
    } catch (fault) {
      outcomes.push({ id, fault });
    }
  }
  return outcomes;
}

const ROW_ID = /^[0-9a-z]{1,64}$/;

/** The rows that a form chose, each once; null where there are none, more than are done with at once, or what names no row. */
export function rowsChosen(data: FormData, field: string): readonly string[] | null {
  const ids = [...new Set(data.getAll(field))].filter((id): id is string => typeof id === "string");
  if (!ids.every((id) => ROW_ID.test(id))) return null;
  return ids.length === 0 || ids.length > ROWS_MAX ? null : ids;
}

/**
 * Makes the action of a form that has one command done to several rows (`doEach`). The answer says how many were done, and of each other one by its
 * name why not.
 */
export function manyAction<Input, Output, R extends Refusal>(definition: ManyDefinition<Input, Output, R>): FormAction {
  const { command, field, inputOf, named, words } = definition;
  const room = command.name.split(".")[0] as string;
  return async (_state, sent) => {
    const data = fieldsOf(sent);
    try {
      const ids = rowsChosen(data, field);
      if (ids === null)
        return await answerIssues(data, [{ code: "custom", path: [field], message: "choose_one", input: null }], room);
      const caller = { actor: await currentActor(), origin: await currentOrigin() };
      const names = await named(caller.actor);
      const outcomes = await doEach({ command, inputOf, ids, caller, keyOf: (id) => keyOfRow(data, id) });
      const problems: string[] = [];
      for (const { id, refusal, fault } of outcomes) {
        if (refusal) problems.push(`${names.get(id) ?? id}: ${await wordRefusal(refusal, room)}`);
        if (fault)
          problems.push(`${names.get(id) ?? id}: ${(await answerFault(fault, data, command.name)).formErrors[0]}`);
      }
      refresh();
      const notice = await words({ done: ids.length - problems.length, asked: ids.length });
      return { ...answer(data, { notice, formErrors: problems }), values: {} };
    } catch (error) {
      return answerFault(error, data, command.name);
    }
  };
}
