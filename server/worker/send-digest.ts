import { z } from "zod";
import type { Reader } from "../../db/database";
import {
  type DigestReader,
  findDigestReader,
  isQueued,
  lockToDigest,
  noticesToDigest,
  setDigestAt,
} from "../../db/repositories/digests";
import { queueMails, type StoredNotice } from "../../db/repositories/notices";
import { digestDay, nextDigestAt } from "../../domain/notices/digest-time";
import type { NoticeKind } from "../../domain/notices/notification-rule";
import { KIND_RULES } from "../../domain/notices/topics";
import { wishForSearch } from "../../domain/notices/saved-search";
import { wishFor } from "../../domain/notices/wishes";
import { accept } from "../../domain/shared/result";
import type { Instant } from "../../domain/shared/time";
import { command } from "../platform/command";
import { mintActor } from "../platform/identity/mint-actor";
import { dealsFor, viewOf } from "../notices/inbox";
import { stillNeeded } from "../notices/standing-tasks";
import { type Digest, writeDigest } from "../notices/write-digest";

/** So much at the most goes into one mail; the rest goes into the next one. */
const NOTICES_MAX = 200;

/** Whether it still is to be told: its reader may have left, or chosen otherwise since. */
const isWanted = (
  { wishes, roles, isReached }: DigestReader,
  { kind, dealId, organisationId }: StoredNotice,
): boolean => {
  const { topic } = KIND_RULES[kind as NoticeKind];
  // Each search says of itself whether it comes by digest.
  const wish =
    topic === "saved_searches" ? wishForSearch(wishes, { mail: "daily", dealId }) : wishFor(wishes, { topic, dealId });
  return isReached && roles.has(organisationId) && wish.mail === "daily" && !wish.isMuted;
};

/** What waited in one organisation, by what it is about. */
async function digestIn(read: Reader, person: DigestReader, { organisationId, rows, now }: Part): Promise<Digest> {
  const role = person.roles.get(organisationId) ?? null;
  const viewer = mintActor({ kind: "user", userId: person.userId, organisationId, role });
  const needed = await stillNeeded(read, viewer, { notices: [...rows].reverse(), now });
  const dealOf = await dealsFor(read, viewer, rows);
  const byPlace = Map.groupBy(rows, ({ dealId, kind }) => dealId ?? (kind.startsWith("hub") ? "hubs" : "organisation"));
  return {
    needed: needed.map(({ notice, by }) => ({ notice: viewOf(notice), by, deal: dealOf(notice) })),
    groups: [...byPlace].map(([key, of]) => ({
      key,
      deal: of[0] ? dealOf(of[0]) : null,
      notices: of.map(viewOf),
    })),
    count: rows.length,
  };
}

type Part = { readonly organisationId: string; readonly rows: readonly StoredNotice[]; readonly now: Instant };

async function digestOf(read: Reader, person: DigestReader, at: Omit<Part, "organisationId">): Promise<Digest> {
  const parts: Digest[] = [];
  for (const [organisationId, rows] of Map.groupBy(at.rows, (row) => row.organisationId))
    parts.push(await digestIn(read, person, { organisationId, rows, now: at.now }));
  return {
    needed: parts.flatMap(({ needed }) => needed),
    groups: parts.flatMap(({ groups }) => groups),
    count: at.rows.length,
  };
}

/**
 * The clock sends a person's digest: one mail of all that came since, at eight of their morning, and none where nothing came. The mail and the end of its
 * notices' wait are one transaction, so a crash loses neither and sends none twice; of two workers the second finds nothing left. Who has had one
 * today, since their clock was moved, gets the next one tomorrow.
 */
export const sendDigest = command({
  name: "notices.send-digest",
  action: "market.tick",
  input: z.strictObject({ userId: z.string().min(1).max(64) }),
  lock: (tx, { userId }) => lockToDigest(tx, userId),
  async prepare({ read, now }, { userId }) {
    const person = await findDigestReader(read, userId);
    const waiting = await noticesToDigest(read, userId, NOTICES_MAX);
    const rows = person ? waiting.filter((row) => isWanted(person, row)) : [];
    const letter =
      person && rows.length > 0 ? writeDigest(await digestOf(read, person, { rows, now }), person, { now }) : null;
    return { person, letter, ids: waiting.map(({ id }) => id) };
  },
  async run({ tx, now, newId, concerns }, { userId }, { person, letter, ids }) {
    const left = new Set(await lockToDigest(tx, userId));
    // Another worker has taken some of it meanwhile: the next round looks again.
    if (ids.length === 0 || ids.some((id) => !left.has(id))) return accept({ isSent: false });
    concerns(userId);
    if (!person || !letter) {
      await setDigestAt(tx, ids, null);
      return accept({ isSent: false });
    }
    const messageId = `digest.${userId}.${digestDay(now, person.timeZone)}`;
    if (await isQueued(tx, messageId)) {
      await setDigestAt(tx, ids, nextDigestAt(now, person.timeZone));
      return accept({ isSent: false });
    }
    await queueMails(tx, [{ id: newId(), messageId, to: person.email, locale: person.locale, now, ...letter }]);
    await setDigestAt(tx, ids, null);
    return accept({ isSent: true });
  },
});
