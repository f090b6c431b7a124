import { BEFORE_OTHERS, BY_ROW_LOCKS } from "../../db/database";
import { claimMails, markSent, markUnsent, type StoredMail } from "../../db/repositories/notices";
import { later, MINUTE_MS } from "../../domain/shared/time";
import { log } from "../platform/process/log";
import type { Post } from "../platform/process/mail";
import { type Platform, replyDomainOf } from "../platform/platform";
import { backoffMs } from "../platform/process/outage";
import { isConflict, isUnreachable } from "../../db/failures";
import * as outbox from "../../db/outbox";
import { REACTIONS } from "../notices/reactions/index";
import type { Reaction } from "../notices/reactions/reaction";
import { telling } from "../notices/reactions/telling";

const MAILS_AT_ONCE = 10;
const MAIL_LEASE_MS = 5 * MINUTE_MS;
const FIRST_RETRY_MS = MINUTE_MS;
const ATTEMPTS_MAX = 10;

async function sendOne(on: Platform, post: Post, mail: StoredMail): Promise<void> {
  try {
    await post.send({ ...mail, to: mail.toAddress });
  } catch (error) {
    const isDead = mail.attempts >= ATTEMPTS_MAX;
    log.warn({ mailId: mail.id, attempts: mail.attempts, isDead, err: error }, "a mail was not taken");
    const retryAt = later(on.clock(), backoffMs(mail.attempts, FIRST_RETRY_MS));
    await on.database.write((tx) => markUnsent(tx, mail.id, { error: String(error), retryAt, isDead }), BY_ROW_LOCKS);
    return;
  }
  await on.database.write((tx) => markSent(tx, mail.id, on.clock()), BY_ROW_LOCKS);
}

/**
 * Claims waiting mails in one write, sends them outside of any, and marks each. A crash after the sending sends once more,
 * with the same Message-ID. Answers whether more may wait.
 */
export async function mailRound(on: Platform, post: Post): Promise<boolean> {
  const claimed = await on.database.write(
    (tx) => claimMails(tx, { now: on.clock(), leaseMs: MAIL_LEASE_MS }, MAILS_AT_ONCE),
    BY_ROW_LOCKS,
  );
  await Promise.all(claimed.map((mail) => sendOne(on, post, mail)));
  return claimed.length === MAILS_AT_ONCE;
}

// Two turns of SQLite's writer bring up to 128 events: a round that takes more keeps up with them.
const BATCH = 200;
const LEASE_MS = 60_000;

type Reactions = Readonly<Record<keyof typeof REACTIONS, readonly Reaction[]>>;

/**
 * The reactions and the marks of delivery are one write: a crash between them leaves neither. The events are locked meanwhile, so that of two relays
 * that hold one the second finds it delivered; what reactions write is one row for its event and reader, and they rest on nothing that others change.
 */
async function deliver(on: Platform, events: readonly outbox.LeasedEvent[], reactions: Reactions): Promise<void> {
  await on.database.write(async (tx) => {
    const held = await outbox.holdUndelivered(tx, events);
    const now = on.clock();
    const replyDomain = replyDomainOf(on);
    const told = telling(
      tx,
      held.flatMap(({ event }) => ("dealId" in event ? [event.dealId] : [])),
    );
    for (const { id, event, occurredAt } of held)
      for (const react of reactions[event.type])
        await react({ tx, eventId: id, occurredAt, now, newId: on.newId, replyDomain, telling: told }, event);
    await told.write();
    await outbox.markDelivered(tx, held, now);
  }, BEFORE_OTHERS);
}

/**
 * What went wrong at the bottom, for administrators to read. A failed query's own message holds what was written with it, so it
 * is never kept.
 */
const reasonOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? reasonOf(error.cause) : String(error);

async function setAside(on: Platform, { id, event, attempts }: outbox.LeasedEvent, error: unknown): Promise<void> {
  const isDead = attempts >= outbox.DELIVERY_ATTEMPTS_MAX;
  const about = { eventId: id, type: event.type, attempts, isDead };
  // Another process was faster at something that both do: it is tried again, and nobody has to look into it.
  if (isConflict(error) && !isDead) log.debug(about, "an event waits for another try");
  else log.error({ ...about, err: error }, isDead ? "an event is given up" : "an event waits for another try");
  const retryAt = later(on.clock(), backoffMs(attempts));
  await on.database.write((tx) => outbox.markFailed(tx, id, { error: reasonOf(error), retryAt }), BY_ROW_LOCKS);
}

/** Each event by itself, where all together were not: one that fails waits, and holds up no other. */
async function deliverApart(on: Platform, events: readonly outbox.LeasedEvent[], reactions: Reactions): Promise<void> {
  for (const event of events) {
    try {
      await deliver(on, [event], reactions);
    } catch (error) {
      // The rest is taken after the lease.
      if (isUnreachable(error)) throw error;
      await setAside(on, event, error);
    }
  }
}

/**
 * Takes waiting events and runs what follows from them, at least once. Any number of relays may run side by side: events are
 * leased in one write and delivered in a second one, and what a relay leaves behind in a crash is taken by another after the lease. Answers
 * whether more may wait.
 */
export async function relayRound(on: Platform, reactions: Reactions = REACTIONS): Promise<boolean> {
  const leased = await on.database.write(
    (tx) => outbox.lease(tx, { now: on.clock(), leaseMs: LEASE_MS }, BATCH),
    BEFORE_OTHERS,
  );
  if (leased.length === 0) return false;
  try {
    await deliver(on, leased, reactions);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    await deliverApart(on, leased, reactions);
  }
  return leased.length === BATCH;
}
