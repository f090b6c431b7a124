import type { Evidence } from "@/domain/orders/evidence";
import type { Answer } from "@/domain/field/phone-outbox";
import type { Sender } from "./send-all";
import type { FieldRole } from "@/domain/access/field-role";
import { type EntryStore, phoneStore, takingOver } from "./entry-store";
import { type Outbox, makeOutbox } from "./outbox";

/** What lies in the outbox of a field link: a report as the market takes it, but for what the outbox says of it itself. */
export type ReportBody = {
  readonly code: string;
  /** ISO 8601, by this phone's clock. */
  readonly occurredAt: string;
  readonly note: string;
  readonly evidence: Evidence;
  /** Why it was late, where whoever reports says so. */
  readonly lateReason?: string;
  /** Why it was sooner than it can have been. */
  readonly earlyReason?: string;
  /** Whether numbers that look wrong are right. */
  readonly isConfirmed?: boolean;
};

type Addresses = {
  /** Takes an entry: `POST`, JSON, the body with `id`, `seq`, `madeAt`, `sentAt` and the ids of its pictures as `photoIds` beside it. */
  readonly entries: string;
  /** Takes one picture: `POST` to this address with `?id=…&name=…&offset=…` (this phone's zone, minutes east of Greenwich), the bytes as they are. */
  readonly photos: string;
};

// A picture on a slow link takes its time; what takes longer than this has been cut off without a word.
const PATIENCE_MS = 120_000;

async function post(address: string, type: string, body: BodyInit): Promise<Answer> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": type },
      body,
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = (await answer.json().catch(() => null)) as { code?: unknown } | null;
    return { status: answer.status, code: typeof said?.code === "string" ? said.code : null };
  } catch {
    // No connection, or one that broke: nobody knows whether it arrived, so it is sent again.
    return null;
  }
}

const offsetMinutes = (): string => String(-new Date().getTimezoneOffset());

/** Sends entries over HTTP. Whatever takes them must refuse an id that it has with 409 `already_received`, of an entry as of a picture. */
export const postSender = ({ entries, photos }: Addresses): Sender => ({
  photo: ({ id, name, type, bytes }) =>
    post(
      `${photos}?${new URLSearchParams({ id, name, offset: offsetMinutes() })}`,
      type || "application/octet-stream",
      bytes,
    ),
  entry: ({ id, seq, madeAt, body, photos: named }) =>
    post(
      entries,
      "application/json",
      JSON.stringify({
        ...(body as object),
        id,
        seq,
        madeAt,
        sentAt: Date.now(),
        photoIds: named.map((one) => one.id),
      }),
    ),
});

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
