import type { FieldRole } from "@/domain/access/field-role";
import { type EntryStore, phoneStore, takingOver } from "../outbox/entry-store";
import { makeOutbox, type Outbox } from "../outbox/outbox";
import type { Sender } from "../outbox/send-all";
import type { ReportBody } from "../report/report-body";

/** Who reports on this phone, and by which link now. */
export type Reporter = {
  readonly linkId: string;
  readonly orderId: string;
  /** The party that gave the link out: both have a yard, and what is told to one is not told to the other. */
  readonly organisationId: string;
  readonly role: FieldRole;
};

/**
 * The outbox of a role in the field on one order. It is named by what stays the same when a link is replaced, so that the next link sends what
 * the last one could not. Boxes had the link's own name before, and what lies in this link's is brought over.
 */
export const fieldOutbox = (
  { linkId, orderId, organisationId, role }: Reporter,
  sender: Sender,
  store: EntryStore = phoneStore,
): Outbox<ReportBody> =>
  makeOutbox<ReportBody>(`field:${orderId}:${organisationId}:${role}`, sender, takingOver(`field:${linkId}`, store));

/** The way of a link that is over: nothing is sent, for nothing would be taken. */
export const NO_WAY: Sender = {
  photo: async () => ({ status: 410, code: null }),
  entry: async () => ({ status: 410, code: null }),
};
