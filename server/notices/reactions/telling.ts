import type { Writer } from "@/db/database";
import { titlesOfDeals } from "@/db/repositories/audiences";
import { insertNotices, type NewMail, type NewNotice, queueMails } from "@/db/repositories/notices";
import { insertOrganisationEvents, type OrganisationEvent } from "@/db/repositories/organisation-events";
import { type Hearer, listHearers } from "@/db/repositories/parties";
import { findRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Role } from "@/domain/access/policy";

/**
 * What is told of events that are delivered together: the titles of their deals and the people of each organisation are read once for all of them,
 * and all that they say is gathered and written at the end, in a few statements.
 */
export function telling(tx: Writer, dealIds: readonly string[]) {
  const organisationEvents: OrganisationEvent[] = [];
  const notices: NewNotice[] = [];
  const mails: NewMail[] = [];
  const people = new Map<string, readonly Hearer[]>();
  const requests = new Map<string, Promise<StoredRequest | undefined>>();
  const told = new Set<string>();
  let titles: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    organisationEvents,
    notices,
    mails,
    /** Whether nothing has been told to this person of this event yet; from now on something has. */
    isFirst(eventId: string, userId: string): boolean {
      const key = `${eventId} ${userId}`;
      if (told.has(key)) return false;
      told.add(key);
      return true;
    },
    /** What goods a deal is about; a notice names them, an event does not. */
    async titleOf(dealId: string): Promise<string> {
      titles ??= titlesOfDeals(tx, dealIds);
      return (await titles).get(dealId) ?? "";
    },
    /** The people of these organisations in these roles, by organisation. */
    async listenersOf(organisationIds: readonly string[], roles: readonly Role[]) {
      const keyOf = (id: string) => [id, ...roles].join(" ");
      const unknown = organisationIds.filter((id) => !people.has(keyOf(id)));
      const read = await listHearers(tx, { organisationIds: unknown, roles });
      const found = Map.groupBy(read, ({ organisationId }) => organisationId);
      for (const id of unknown) people.set(keyOf(id), found.get(id) ?? []);
      return (id: string): readonly Hearer[] => people.get(keyOf(id)) ?? [];
    },
    /** The request that an event is of, by which a mail names its deadline. */
    requestOf(id: string): Promise<StoredRequest | undefined> {
      const found = requests.get(id) ?? findRequest(tx, id);
      requests.set(id, found);
      return found;
    },
    async write(): Promise<void> {
      await insertOrganisationEvents(tx, organisationEvents);
      await insertNotices(tx, notices);
      await queueMails(tx, mails);
    },
  };
}

export type Telling = ReturnType<typeof telling>;
