import type { Writer } from "@/db/database";
import { titlesOfDeals } from "@/db/repositories/audiences";
import { insertNotices, type NewMail, type NewNotice, queueMails } from "@/db/repositories/notices";
import { insertOrganisationEvents, type OrganisationEvent } from "@/db/repositories/organisation-events";
import { type Listener, listListeners } from "@/db/repositories/parties";

type Asked = Parameters<typeof listListeners>[1];

/**
 * What is told of events that are delivered together: the titles of their deals and the people of each organisation are read once for all of them,
 * and all that they say is gathered and written at the end, in a few statements.
 */
export function telling(tx: Writer, dealIds: readonly string[]) {
  const organisationEvents: OrganisationEvent[] = [];
  const notices: NewNotice[] = [];
  const mails: NewMail[] = [];
  const people = new Map<string, Promise<Listener[]>>();
  let titles: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    organisationEvents,
    notices,
    mails,
    /** What goods a deal is about; a notice names them, an event does not. */
    async titleOf(dealId: string): Promise<string> {
      titles ??= titlesOfDeals(tx, dealIds);
      return (await titles).get(dealId) ?? "";
    },
    listenersOf(asked: Asked): Promise<Listener[]> {
      const key = [asked.organisationId, ...asked.roles].join(" ");
      const found = people.get(key) ?? listListeners(tx, asked);
      people.set(key, found);
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
