import { z } from "zod";
import {
  correctEntryFacts,
  deleteBeyond,
  deleteEntry,
  entriesByKey,
  findEntry,
  type StoredEntry,
} from "@/db/repositories/address-book";
import { lockNames } from "@/db/repositories/platform";
import type { Writer } from "@/db/database";
import { type Actor, may } from "@/domain/access/policy";
import { BOOK_PARTS, isWorthKeeping, keyOf } from "@/domain/services/address-book";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { command, type CommandContext } from "../../platform/command";

const entryId = z.string().min(1).max(64);

const part = (lettersMax: number) =>
  z
    .string()
    .trim()
    .max(lettersMax, "too_long")
    .regex(/^[^\0]*$/u, "control_characters")
    .optional();

const { name, country, number, branch, address, lat, lon, role, locale } = BOOK_PARTS;
const facts = z
  .strictObject({
    ...{ name: part(name), country: part(country), number: part(number), branch: part(branch), address: part(address) },
    ...{ lat: part(lat), lon: part(lon), role: part(role), locale: part(locale) },
  })
  .refine(({ name: called, address: where }) => isWorthKeeping({ name: called ?? "", address: where ?? "" }), {
    ...{ path: ["name"], message: "required" },
  });

/** Entries are told apart by their keys: a book is changed by one after the other. */
const lockBook = (tx: Writer, _: unknown, { organisationId }: Pick<Actor, "organisationId">): Promise<void> =>
  lockNames(tx, [`book of ${organisationId}`]);

/** An entry of the actor's own organisation. */
async function ownEntry({ tx, actor }: CommandContext, id: string): Promise<Result<StoredEntry, Refusal<"not_found">>> {
  const entry = await findEntry(tx, id);
  const isOwn = entry && may(actor, "draft.change", { organisationIds: [entry.organisationId] });
  return isOwn ? accept(entry) : refuse("not_found");
}

/**
 * Corrects an entry of the address book; what it says of its kind's parts is replaced. Where another entry says the same from then on, the corrected one takes its
 * place. Refuses one without name and address. Deals keep the words that they were published with.
 */
export const correctEntry = command({
  name: "deals.correct-entry",
  action: "draft.change",
  input: z.strictObject({ entryId, facts }),
  lock: lockBook,
  async run(context, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const { tx, concerns } = context;
    const found = await ownEntry(context, input.entryId);
    if (!found.ok) return found;
    const { id, kind, organisationId } = found.value;
    const said = Object.fromEntries(Object.entries(input.facts).filter(([, text]) => text));
    const entryKey = keyOf({ kind, facts: said });
    const same = await entriesByKey(tx, organisationId, [entryKey]);
    for (const other of same) if (other.kind === kind && other.id !== id) await deleteEntry(tx, other.id);
    await correctEntryFacts(tx, id, { facts: said, entryKey });
    concerns(id);
    return accept({ id });
  },
});

/** Deletes an entry of the address book; what named it keeps its own words. */
export const dropEntry = command({
  name: "deals.drop-entry",
  action: "draft.change",
  input: z.strictObject({ entryId }),
  lock: lockBook,
  async run(context, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const found = await ownEntry(context, input.entryId);
    if (!found.ok) return found;
    await deleteEntry(context.tx, input.entryId);
    context.concerns(input.entryId);
    return accept({ id: input.entryId });
  },
});

/** Deletes the whole address book of the actor's organisation. */
export const clearBook = command({
  name: "deals.clear-book",
  action: "draft.change",
  input: z.strictObject({}),
  lock: lockBook,
  async run({ tx, actor, concerns }): Promise<Result<{ id: string }, Refusal<"not_permitted">>> {
    const { organisationId } = actor;
    if (!organisationId || !may(actor, "draft.change", { organisationIds: [organisationId] }))
      return refuse("not_permitted");
    await deleteBeyond(tx, organisationId, 0);
    concerns(organisationId);
    return accept({ id: organisationId });
  },
});
