import { entriesOf, findEntry } from "@/db/repositories/address-book";
import type { Reader } from "@/db/database";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { BOOK_MAX, filledBy, isAskedFor, OFFERED_MAX, type OfferedEntry } from "@/domain/services/address-book";
import { kindOf } from "@/domain/services/registry";
import type { FormValues } from "@/domain/shared/form-state";
import { SERVICES } from "@/domain/shared/vocabulary";
import type { BookRow } from "@/views/postings";

/** What forms offer of the book of the reader's own organisation, the last used first; nothing to whoever writes no postings. */
export async function offeredEntries(read: Reader, actor: Actor): Promise<OfferedEntry[]> {
  const { organisationId } = actor;
  if (organisationId === null || !mayEver(actor, "draft.change")) return [];
  const entries = await entriesOf(read, organisationId, OFFERED_MAX);
  return entries.map(({ id, kind, facts }) => ({ id, kind, facts }));
}

/** The address book of the reader's own organisation, the last used first; where words are asked for, the entries that say each of them. */
export async function addressBookOf(read: Reader, actor: Actor, q = ""): Promise<BookRow[]> {
  const { organisationId } = actor;
  if (organisationId === null || !mayEver(actor, "draft.change")) return [];
  const entries = await entriesOf(read, organisationId, BOOK_MAX);
  return entries
    .filter((entry) => isAskedFor(entry, q))
    .map(({ id, kind, facts, usedAt }) => ({ id, kind, facts, usedAt }));
}

/** One entry of the reader's own organisation; null where it is not there, or another's. */
export async function ownEntryOf(read: Reader, actor: Actor, id: string): Promise<BookRow | null> {
  const entry = await findEntry(read, id);
  if (!entry || !may(actor, "draft.change", { organisationIds: [entry.organisationId] })) return null;
  return { id, kind: entry.kind, facts: entry.facts, usedAt: entry.usedAt };
}

type Taking = { readonly fields: FormValues; readonly field: string; readonly entryId: string };

/** The fields of a posting with what an entry of the actor's book puts into those that belong to `field`; as they were where there is no such entry. */
export async function withEntry<Fields extends FormValues>(
  read: Reader,
  actor: Actor,
  { fields, field, entryId }: Taking & { readonly fields: Fields },
): Promise<Fields> {
  const entry = await ownEntryOf(read, actor, entryId);
  const slots = SERVICES.flatMap((service) =>
    (kindOf(service).bookSlots ?? []).map((slot) => ({ slot, prefix: `services.${service}.` })),
  );
  const found = slots.find(({ slot, prefix }) => prefix + slot.first === field);
  return entry && found ? { ...fields, ...filledBy(found.slot, entry, found.prefix) } : fields;
}
