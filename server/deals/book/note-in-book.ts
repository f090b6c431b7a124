import { deleteBeyond, entriesByKey, keepEntry } from "@/db/repositories/address-book";
import { BOOK_MAX, type BookEntry, entryIn, keyOf, mergedFacts } from "@/domain/services/address-book";
import { writeForm } from "@/domain/services/read-form";
import { kindOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import type { CommandContext } from "../../platform/command";

type Noting = Pick<CommandContext, "tx" | "now" | "newId"> & { readonly organisationId: string };

/** Writes entries into the book of the organisation that has typed them, each once however it is written; the latest words hold. */
export async function noteEntries(
  { tx, now, newId, organisationId }: Noting,
  entries: readonly BookEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const keyed = entries
    .map((entry) => ({ ...entry, entryKey: keyOf(entry) }))
    // In one order, so that two publishings of an organisation do not wait for each other.
    .sort((a, b) => (a.kind + a.entryKey < b.kind + b.entryKey ? -1 : 1));
  const known = await entriesByKey(
    tx,
    organisationId,
    keyed.map(({ entryKey }) => entryKey),
  );
  for (const { kind, entryKey, facts } of keyed) {
    const former = known.find((one) => one.kind === kind && one.entryKey === entryKey);
    const merged = mergedFacts(former?.facts ?? {}, facts);
    const row = { organisationId, kind, entryKey, facts: merged, usedAt: now, createdAt: now };
    await keepEntry(tx, { id: newId(), ...row });
  }
  // Whoever names the same again makes the book no longer.
  if (known.length < keyed.length) await deleteBeyond(tx, organisationId, BOOK_MAX);
}

/** Whom and where a published request names, by its spec in wire form. */
export function namedIn(service: Service, spec: unknown): BookEntry[] {
  const { specForm, bookSlots = [] } = kindOf(service);
  if (bookSlots.length === 0) return [];
  const values = writeForm(specForm, spec);
  return bookSlots.flatMap((slot) => entryIn(slot, values) ?? []);
}
