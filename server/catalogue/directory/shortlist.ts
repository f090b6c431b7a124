import "server-only";
import { z } from "zod";
import type { Reader } from "@/db/database";
import {
  countShortlisted,
  deleteShortlisted,
  listedAmong,
  saveNote,
  saveShortlisted,
  shortlistOf,
} from "@/db/repositories/shortlists";
import { type Actor, mayEver } from "@/domain/access/policy";
import { NOTE_MAX, SHORTLIST_MAX } from "@/domain/catalogue/directory/shortlist";
import { accept, assert, type Refusal, refuse, type Result } from "@/domain/shared/result";
import type { Instant } from "@/domain/shared/time";
import type { ProviderCard } from "@/views/providers";
import { command } from "../../platform/command";
import { providerCards } from "./directory";

const id = z.string().min(1).max(64);
const ids = z.array(id).min(1, "choose_one").max(SHORTLIST_MAX, "too_many");

/** Keeps providers in view for the actor's organisation; itself, and whoever is not in the directory, is left out. Nobody is told, the providers the least. */
export const shortlistProviders = command({
  name: "catalogue.shortlist-providers",
  action: "shortlist.change",
  input: z.strictObject({ organisationIds: ids }),
  async run({ tx, actor, now }, { organisationIds }): Promise<Result<{ kept: number }, Refusal<"shortlist_full">>> {
    const { organisationId, userId } = actor;
    assert(organisationId && userId, "who keeps a shortlist is a person of an organisation");
    const listed = (await listedAmong(tx, organisationIds)).filter((one) => one !== organisationId);
    for (const providerOrganisationId of organisationIds.filter((one) => listed.includes(one)))
      await saveShortlisted(tx, { organisationId, providerOrganisationId, userId, note: "", addedAt: now });
    if ((await countShortlisted(tx, organisationId)) > SHORTLIST_MAX)
      return refuse("shortlist_full", { maximum: SHORTLIST_MAX });
    return accept({ kept: listed.length });
  },
});

/** Takes providers off the shortlist of the actor's organisation, with their notes. Of those that do not stand on it nothing changes. */
export const dropShortlisted = command({
  name: "catalogue.drop-shortlisted",
  action: "shortlist.change",
  input: z.strictObject({ organisationIds: ids }),
  async run({ tx, actor }, { organisationIds }): Promise<Result<{ dropped: number }>> {
    const { organisationId } = actor;
    assert(organisationId, "who keeps a shortlist acts for an organisation");
    for (const providerOrganisationId of organisationIds)
      await deleteShortlisted(tx, { organisationId, providerOrganisationId });
    return accept({ dropped: organisationIds.length });
  },
});

/** Writes what the actor's organisation notes of a provider on its shortlist; to all others the note is not there. */
export const noteShortlisted = command({
  name: "catalogue.note-shortlisted",
  action: "shortlist.change",
  input: z.strictObject({ organisationId: id, note: z.string().trim().max(NOTE_MAX, "too_long") }),
  async run(
    { tx, actor, concerns },
    { organisationId: providerOrganisationId, note },
  ): Promise<Result<{ organisationId: string }, Refusal<"not_found">>> {
    const { organisationId } = actor;
    assert(organisationId, "who keeps a shortlist acts for an organisation");
    if (!(await saveNote(tx, { organisationId, providerOrganisationId }, note))) return refuse("not_found");
    concerns(providerOrganisationId);
    return accept({ organisationId: providerOrganisationId });
  },
});

export type Shortlisted = { readonly card: ProviderCard; readonly note: string };

/** The shortlist of the viewer's organisation as cards with their notes, in the order in which they were added; whoever has left the directory is left out. */
export async function ownShortlist(read: Reader, viewer: Actor, now: Instant): Promise<Shortlisted[]> {
  const { organisationId } = viewer;
  if (organisationId === null || !mayEver(viewer, "shortlist.change")) return [];
  const rows = await shortlistOf(read, organisationId);
  const notes = new Map(rows.map((row) => [row.id, row.note]));
  const cards = await providerCards(read, [...notes.keys()], now);
  return cards.map((card) => ({ card, note: notes.get(card.id) ?? "" }));
}
