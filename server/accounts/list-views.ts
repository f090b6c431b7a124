import { z } from "zod";
import type { Reader, Writer } from "@/db/database";
import {
  chosenColumnsOf,
  deleteListView,
  findListView,
  listViewsOf,
  saveChosenColumns,
  saveListView,
  type StoredListView,
} from "@/db/repositories/list-views";
import { lockNames } from "@/db/repositories/platform";
import type { Actor } from "@/domain/access/policy";
import {
  columnsOf,
  isColumnOf,
  LIST_NAMES,
  type ListName,
  QUERY_MAX,
  queryOf,
  VIEW_NAME_MAX,
  VIEWS_MAX,
} from "@/domain/accounts/list-view";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { boundedText } from "@/domain/shared/wire-fields";
import { command } from "../platform/command";

const list = z.enum(LIST_NAMES);
const viewId = z.string().min(1).max(64);
const name = boundedText(VIEW_NAME_MAX);

/** What a person keeps of lists is counted and named among their own: it is written one after the other. */
const lockPersons = (tx: Writer, _: unknown, { userId }: Pick<Actor, "userId">): Promise<void> =>
  lockNames(tx, [`lists of ${userId}`]);

function personOf({ userId }: Actor): string {
  assert(userId, "who arranges a list is a person");
  return userId;
}

/** A view of the person's own. */
async function ownView(db: Reader, actor: Actor, id: string): Promise<Result<StoredListView, Refusal<"not_found">>> {
  const view = await findListView(db, id);
  return view && view.userId === actor.userId ? accept(view) : refuse("not_found");
}

/**
 * Keeps what the address of a list asks (`queryOf`) under a name, for the person alone; a view of that name is overwritten. Refuses `too_many_views`.
 */
export const keepListView = command({
  name: "accounts.keep-list-view",
  action: "list.arrange",
  input: z
    .strictObject({ list, name, query: z.string().max(QUERY_MAX) })
    .refine((view) => view.query === queryOf(view.list, new URLSearchParams(view.query)), {
      ...{ path: ["query"], message: "malformed" },
    }),
  lock: lockPersons,
  async run({ tx, actor, now, newId, concerns }, input): Promise<Result<{ id: string }, Refusal<"too_many_views">>> {
    const own = { userId: personOf(actor), list: input.list };
    const all = await listViewsOf(tx, own);
    const former = all.find((view) => view.name === input.name);
    if (!former && all.length >= VIEWS_MAX) return refuse("too_many_views", { maximum: VIEWS_MAX });
    const id = former?.id ?? newId();
    await saveListView(tx, { ...own, id, name: input.name, query: input.query, createdAt: former?.createdAt ?? now });
    concerns(id);
    return accept({ id });
  },
});

/** Gives a view of the person another name. Refuses one that another view of the list has. */
export const renameListView = command({
  name: "accounts.rename-list-view",
  action: "list.arrange",
  input: z.strictObject({ viewId, name }),
  lock: lockPersons,
  async run({ tx, actor, concerns }, input): Promise<Result<{ id: string }, Refusal<"not_found" | "view_name_taken">>> {
    const found = await ownView(tx, actor, input.viewId);
    if (!found.ok) return found;
    const all = await listViewsOf(tx, found.value);
    if (all.some((view) => view.id !== input.viewId && view.name === input.name)) return refuse("view_name_taken");
    await saveListView(tx, { ...found.value, name: input.name });
    concerns(input.viewId);
    return accept({ id: input.viewId });
  },
});

/** Removes a view of the person. */
export const dropListView = command({
  name: "accounts.drop-list-view",
  action: "list.arrange",
  input: z.strictObject({ viewId }),
  lock: lockPersons,
  async run({ tx, actor, concerns }, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const found = await ownView(tx, actor, input.viewId);
    if (!found.ok) return found;
    await deleteListView(tx, input.viewId);
    concerns(input.viewId);
    return accept({ id: input.viewId });
  },
});

/** Chooses which columns of a list the person sees beside its first one; none means those that everybody sees. */
export const chooseListColumns = command({
  name: "accounts.choose-list-columns",
  action: "list.arrange",
  input: z
    .strictObject({ list, columns: z.array(z.string().max(40)).max(30) })
    .refine((chosen) => chosen.columns.every((column) => isColumnOf(chosen.list, column)), {
      ...{ path: ["columns"], message: "malformed" },
    }),
  lock: lockPersons,
  async run({ tx, actor }, input): Promise<Result<{ userId: string }>> {
    const userId = personOf(actor);
    await saveChosenColumns(tx, { userId, ...input });
    return accept({ userId });
  },
});

/** How a person has arranged a list: its columns, and the views of it that they keep. */
export async function arrangedList(
  read: Reader,
  { userId }: Actor,
  name: ListName,
): Promise<{
  readonly columns: readonly string[];
  readonly views: readonly { readonly id: string; readonly name: string; readonly query: string }[];
}> {
  if (userId === null) return { columns: columnsOf(name, null), views: [] };
  const own = { userId, list: name };
  const [chosen, views] = await Promise.all([chosenColumnsOf(read, own), listViewsOf(read, own)]);
  return {
    columns: columnsOf(name, chosen),
    views: views.map(({ id, name: called, query }) => ({ id, name: called, query })),
  };
}
