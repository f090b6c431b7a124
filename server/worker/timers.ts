import { setTimeout as pause } from "node:timers/promises";
import { deleteBidDraft, listOldBidDrafts } from "../../db/repositories/bid-drafts";
import { deleteFiles, forgetLooseFiles, knownObjects } from "../../db/repositories/files";
import { BID_DRAFT_KEPT_DAYS } from "../../domain/bidding/bid-draft";
import { DAY_MS, HOUR_MS, later, MINUTE_MS } from "../../domain/shared/time";
import { filesOfDraft } from "../bidding/bid-files";
import type { Platform } from "../platform/platform";
import { sweepSpool } from "../files/spool";
import type { FileStore } from "../files/file-store";
import { fileStore } from "../files/open-store";
import { BY_ROW_LOCKS } from "../../db/database";
import { isConflict, isUnreachable } from "../../db/failures";
import { listClosable, listDueEscalations } from "../../db/repositories/disputes";
import { listDueDigests } from "../../db/repositories/digests";
import { listDueCures, listDueReminders, listLapsedCounterOffers } from "../../db/repositories/decisions";
import { listUntoldCheckEnds } from "../../db/repositories/organisations";
import { forget } from "../../db/repositories/platform";
import { allUnderWay } from "../../db/repositories/order-lists";
import { listDueAcceptances } from "../../db/repositories/orders";
import { listDue } from "../../db/repositories/requests";
import { listDueSlots } from "../../db/repositories/slots";
import { pruneTranslations } from "../../db/repositories/translations";
import { pruneSessions } from "../../db/repositories/users";
import { pruneVisitorDrafts } from "../../db/repositories/visitor-drafts";
import { CHECK_REMINDERS } from "../../domain/accounts/organisation-check";
import { REMINDED_MS } from "../../domain/award/decision-extension";
import type { Refusal } from "../../domain/shared/result";
import { tellCheckEnd } from "../accounts/tell-check-end";
import { lapseCounterOffer } from "../bidding/counter-bid";
import { remindToDecide } from "../award/decision-deadline";
import { runOutCure } from "../award/disqualify-bid";
import { closeEndedDispute } from "../disputes/close-ended-dispute";
import { escalateDueDispute } from "../disputes/dispute";
import { sendDigest } from "./send-digest";
import { autoAcceptOrder } from "../orders/accept-order";
import { tellLateStep, untoldLate } from "../orders/tell-late-step";
import { closeDueRequest } from "../requests/close-request";
import { lapseRequest } from "../requests/cancel-request";
import { runOutSlot } from "../orders/slots/mark-slot";
import type { Command } from "../platform/command";
import { execute } from "../platform/execute";
import { KEPT_DAYS } from "../platform/process/kept-times";
import { log } from "../platform/process/log";
import { mintActor } from "../platform/identity/mint-actor";

const DRAFTS_AT_ONCE = 500;

/** Forgets drafts of bids whose request closed long ago, with the files that no sent version names. */
export async function sweepBidDrafts(on: Platform): Promise<void> {
  const closedBefore = later(on.clock(), -BID_DRAFT_KEPT_DAYS * DAY_MS);
  for (const draft of await listOldBidDrafts(on.database.read, closedBefore, DRAFTS_AT_ONCE)) {
    const of = { requestId: draft.requestId, organisationId: draft.providerOrganisationId };
    await on.database.write(async (tx) => {
      await deleteFiles(tx, await filesOfDraft(tx, of));
      await deleteBidDraft(tx, draft);
    });
  }
}

const LOOSE_KEPT_MS = KEPT_DAYS.looseFiles * DAY_MS;
/** Longer than any upload takes between the storing of its content and its row. */
const OBJECT_GRACE_MS = HOUR_MS;

/**
 * Forgets uploads of which nothing was made within a day, then deletes every content that no row speaks of: of files that were
 * forgotten, taken away or infected, and of calls that a crash cut off, also where those had only begun.
 */
export async function sweepFiles(on: Platform, store?: FileStore): Promise<void> {
  const now = on.clock();
  await on.database.write((tx) => forgetLooseFiles(tx, later(now, -LOOSE_KEPT_MS)));
  await sweepSpool(now - OBJECT_GRACE_MS);
  const from = store ?? (await fileStore());
  for await (const names of from.olderThan(now - OBJECT_GRACE_MS)) {
    const known = await knownObjects(on.database.read, names);
    for (const name of names) if (!known.has(name)) await from.delete(name);
  }
}

/** The market's clock as an actor: it may do what falls due, and nothing else. */
const clockwork = mintActor({ kind: "system" });

const KEYS_KEPT_MS = KEPT_DAYS.calls * DAY_MS;
const SESSIONS_KEPT_MS = KEPT_DAYS.sessions * DAY_MS;
const TRANSLATIONS_KEPT_MS = KEPT_DAYS.translations * DAY_MS;
const BATCH = 200;

type Due = { readonly id: string; readonly run: () => Promise<unknown> };

const dueOf =
  <Input, Output, R extends Refusal>(on: Platform, verb: Command<Input, Output, R>, inputOf: (id: string) => Input) =>
  ({ id }: { readonly id: string }): Due => ({
    id,
    run: () => execute(verb, { actor: clockwork, input: inputOf(id) }, on),
  });

/** One that fails does not hold up the others; it is due again at the next round, if no other process has carried it out by then. */
async function runAll(due: readonly Due[]): Promise<void> {
  for (const { id, run } of due) {
    try {
      await run();
    } catch (error) {
      if (isUnreachable(error)) throw error;
      if (isConflict(error)) log.debug({ subjectId: id }, "a deadline waits for the next round");
      else log.error({ subjectId: id, err: error }, "a deadline could not be carried out");
    }
  }
}

/**
 * Carries out what has fallen due, each as a command of its own: requests close and lapse, cures run out, counter-offers lapse, buyers
 * are reminded, deliveries count as accepted, disputes that are not settled are taken up and those whose order is over closed,
 * slots that nobody came for are lost.
 * A deadline holds without it (commands compare with the clock themselves); this makes it seen.
 */
export async function deadlineRound(on: Platform): Promise<boolean> {
  const now = on.clock();
  const requests = await listDue(on.database.read, now, BATCH);
  const offers = await listLapsedCounterOffers(on.database.read, now, BATCH);
  const orders = await listDueAcceptances(on.database.read, now, BATCH);
  const cures = await listDueCures(on.database.read, now, BATCH);
  const reminders = await listDueReminders(on.database.read, { now, withinMs: REMINDED_MS }, BATCH);
  const unsettled = await listDueEscalations(on.database.read, now, BATCH);
  const ended = await listClosable(on.database.read, BATCH);
  const slots = await listDueSlots(on.database.read, now, BATCH);
  const close = dueOf(on, closeDueRequest, (requestId) => ({ requestId }));
  const lapse = dueOf(on, lapseRequest, (requestId) => ({ requestId }));
  const lapseOffer = dueOf(on, lapseCounterOffer, (counterOfferId) => ({ counterOfferId }));
  const acceptOrder = dueOf(on, autoAcceptOrder, (orderId) => ({ orderId }));
  const endCure = dueOf(on, runOutCure, (disqualificationId) => ({ disqualificationId }));
  const remind = dueOf(on, remindToDecide, (requestId) => ({ requestId }));
  const escalate = dueOf(on, escalateDueDispute, (disputeId) => ({ disputeId }));
  const closeDispute = dueOf(on, closeEndedDispute, (disputeId) => ({ disputeId }));
  const endSlot = dueOf(on, runOutSlot, (slotId) => ({ slotId }));
  await runAll([
    // First what a decision waits for.
    ...cures.map(endCure),
    ...requests.map((request) => (request.state === "open" ? close(request) : lapse(request))),
    ...offers.map(lapseOffer),
    ...reminders.map(remind),
    ...orders.map(acceptOrder),
    ...unsettled.map(escalate),
    ...ended.map(closeDispute),
    ...slots.map(endSlot),
  ]);
  return false;
}

/** So many orders are looked at while nobody else is answered. */
const LATE_BATCH = 50;
/** What a batch took is left to others so many times over, before the next one. */
const RESTS = 3;

/**
 * Tells buyers of steps whose promised time has passed. What is late follows from many rooms and is no column, so all orders under way are looked at,
 * with rests: they grow with the market, and on SQLite nobody is answered meanwhile.
 */
export async function lateRound(on: Platform, isStopped = () => false): Promise<boolean> {
  const now = on.clock();
  const tell = dueOf(on, tellLateStep, (orderId) => ({ orderId }));
  let startMs = performance.now();
  for await (const orders of allUnderWay(on.database.read, LATE_BATCH)) {
    if (isStopped()) break;
    const late = await untoldLate(on.database.read, orders, now);
    await runAll(late.map((id) => tell({ id })));
    await pause((performance.now() - startMs) * RESTS);
    startMs = performance.now();
  }
  return false;
}

/** Reminds organisations of the end of the market's check of them, and tells them that it has lapsed. */
export async function checkRound(on: Platform): Promise<boolean> {
  const at = on.clock();
  const tell = dueOf(on, tellCheckEnd, (organisationId) => ({ organisationId }));
  for (const reminder of CHECK_REMINDERS) {
    const untold = await listUntoldCheckEnds(on.database.read, { reminder, at }, BATCH);
    await runAll(untold.map(tell));
  }
  return false;
}

/** Sends the digests that are due, each to its reader's own morning. */
export async function digestRound(on: Platform): Promise<boolean> {
  const due = await listDueDigests(on.database.read, on.clock(), BATCH);
  await runAll(due.map(dueOf(on, sendDigest, (userId) => ({ userId }))));
  return due.length === BATCH;
}

/** Forgets what is of no more use: answers of old idempotency keys, sessions that ended long ago, drafts of visitors whose time is over, old drafts of bids, translations made long ago, and files of which nothing was made. Then counts what is left. */
export async function housekeepingRound(on: Platform): Promise<boolean> {
  const now = on.clock();
  await on.database.write((tx) => forget(tx, later(now, -KEYS_KEPT_MS)), BY_ROW_LOCKS);
  await on.database.write((tx) => pruneSessions(tx, later(now, -SESSIONS_KEPT_MS)), BY_ROW_LOCKS);
  await on.database.write((tx) => pruneVisitorDrafts(tx, now), BY_ROW_LOCKS);
  await on.database.write((tx) => pruneTranslations(tx, later(now, -TRANSLATIONS_KEPT_MS)), BY_ROW_LOCKS);
  await sweepBidDrafts(on);
  await sweepFiles(on);
  await on.database.refreshStatistics();
  return false;
}

export const DEADLINES_EVERY_MS = 1_000;
/** Steps are promised by hours and days. */
export const LATE_EVERY_MS = 5 * MINUTE_MS;
/** Checks end with a day. */
export const CHECKS_EVERY_MS = 10 * MINUTE_MS;
/** Digests are due by the minute of an hour. */
export const DIGESTS_EVERY_MS = MINUTE_MS;
export const HOUSEKEEPING_EVERY_MS = HOUR_MS;
