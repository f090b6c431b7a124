import { z } from "zod";
import type { Reader, Writer } from "@/db/database";
import { lockNames } from "@/db/repositories/platform";
import {
  changeSavedSearch,
  deleteSavedSearch,
  findSavedSearch,
  insertSavedSearch,
  type SavedSearch,
  savedSearchesOf,
} from "@/db/repositories/saved-searches";
import type { Actor } from "@/domain/access/policy";
import { MAIL_TIMINGS } from "@/domain/notices/delivery";
import {
  filterOfQuery,
  findsNew,
  ownerOf,
  SAVED_SEARCHES_MAX,
  savedQueryOf,
  SEARCH_NAME_MAX,
  SEARCH_QUERY_MAX,
} from "@/domain/notices/saved-search";
import { accept, type Refusal, refuse, type Result } from "@/domain/shared/result";
import { boundedText } from "@/domain/shared/wire-fields";
import { command } from "../platform/command";

const searchId = z.string().min(1).max(64);
const name = boundedText(SEARCH_NAME_MAX);
const mail = z.enum(MAIL_TIMINGS);

/** What a person keeps is counted among their own: it is written one after the other. */
const lockPersons = (tx: Writer, _: unknown, { userId }: Pick<Actor, "userId">): Promise<void> =>
  lockNames(tx, [`searches of ${userId}`]);

/** A search of the person's own, in the organisation that they act for. */
async function ownSearch(tx: Reader, actor: Actor, id: string): Promise<SavedSearch | undefined> {
  const owner = ownerOf(actor);
  return owner ? await findSavedSearch(tx, { id, ...owner }) : undefined;
}

type KeepRefusal = Refusal<"not_found" | "too_many_searches" | "finds_nothing_new">;

/**
 * Keeps what the list of requests is asked (`savedQueryOf`) under a name, for the person alone and in the organisation that they act for; the same question is
 * kept once, and called and told as it was said last. Refuses `finds_nothing_new` of questions that no new request answers, and `too_many_searches`.
 */
export const keepSearch = command({
  name: "notices.keep-search",
  action: "list.arrange",
  input: z
    .strictObject({ name, query: z.string().max(SEARCH_QUERY_MAX), mail })
    .refine(({ query }) => query === savedQueryOf(new URLSearchParams(query)), {
      ...{ path: ["query"], message: "malformed" },
    }),
  lock: lockPersons,
  async run(
    { tx, actor, now, newId, concerns },
    { name: called, query, mail: told },
  ): Promise<Result<{ id: string }, KeepRefusal>> {
    const owner = ownerOf(actor);
    if (!owner) return refuse("not_found");
    if (!findsNew(filterOfQuery(query))) return refuse("finds_nothing_new");
    const own = await savedSearchesOf(tx, owner);
    const former = own.find((search) => search.query === query);
    if (!former && own.length >= SAVED_SEARCHES_MAX)
      return refuse("too_many_searches", { maximum: SAVED_SEARCHES_MAX });
    const id = former?.id ?? newId();
    if (former) await changeSavedSearch(tx, id, { name: called, mail: told, isMuted: false });
    else await insertSavedSearch(tx, { id, ...owner, name: called, query, mail: told, createdAt: now });
    concerns(id);
    return accept({ id });
  },
});

/** Calls a search of the person otherwise, or tells it at other times. */
export const changeSearch = command({
  name: "notices.change-search",
  action: "list.arrange",
  input: z.strictObject({ searchId, name, mail }),
  lock: lockPersons,
  async run({ tx, actor, concerns }, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const search = await ownSearch(tx, actor, input.searchId);
    if (!search) return refuse("not_found");
    await changeSavedSearch(tx, search.id, { name: input.name, mail: input.mail });
    concerns(search.id);
    return accept({ id: search.id });
  },
});

/** Tells nothing more of a search of the person, or tells it again as it was chosen; what it finds is counted meanwhile. */
export const muteSearch = command({
  name: "notices.mute-search",
  action: "list.arrange",
  input: z.strictObject({ searchId, isMuted: z.boolean() }),
  lock: lockPersons,
  async run({ tx, actor, concerns }, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const search = await ownSearch(tx, actor, input.searchId);
    if (!search) return refuse("not_found");
    await changeSavedSearch(tx, search.id, { isMuted: input.isMuted });
    concerns(search.id);
    return accept({ id: search.id });
  },
});

/** The person looks at what a search of theirs finds: nothing of it is new any more. Answers what the list is asked. */
export const openSearch = command({
  name: "notices.open-search",
  action: "list.arrange",
  input: z.strictObject({ searchId }),
  lock: lockPersons,
  async run({ tx, actor }, input): Promise<Result<{ query: string }, Refusal<"not_found">>> {
    const search = await ownSearch(tx, actor, input.searchId);
    if (!search) return refuse("not_found");
    if (search.newCount > 0) await changeSavedSearch(tx, search.id, { newCount: 0 });
    return accept({ query: search.query });
  },
});

/** Removes a search of the person. */
export const dropSearch = command({
  name: "notices.drop-search",
  action: "list.arrange",
  input: z.strictObject({ searchId }),
  lock: lockPersons,
  async run({ tx, actor, concerns }, input): Promise<Result<{ id: string }, Refusal<"not_found">>> {
    const search = await ownSearch(tx, actor, input.searchId);
    if (!search) return refuse("not_found");
    await deleteSavedSearch(tx, search.id);
    concerns(search.id);
    return accept({ id: search.id });
  },
});

/** The searches that a person keeps in the organisation that they act for. */
export async function ownSearches(
  read: Reader,
  actor: Actor,
): Promise<readonly Pick<SavedSearch, "id" | "name" | "query" | "mail" | "isMuted" | "newCount">[]> {
  const owner = ownerOf(actor);
  const all = owner ? await savedSearchesOf(read, owner) : [];
  return all.map(({ id, name: called, query, mail: told, isMuted, newCount }) => ({
    ...{ id, query, isMuted, newCount },
    ...{ name: called, mail: told },
  }));
}
