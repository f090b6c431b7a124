import { BY_ROW_LOCKS } from "../../db/database";
import { claimMails, markSent, markUnsent, type StoredMail } from "../../db/repositories/notices";
import { later, MINUTE_MS } from "../../domain/shared/instant";
import { log } from "../platform/process/log";
import type { Post } from "../platform/process/mail";
import type { Platform } from "../platform/platform";
import { backoffMs } from "../platform/process/outage";

const BATCH = 10;
const LEASE_MS = 5 * MINUTE_MS;
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
    (tx) => claimMails(tx, { now: on.clock(), leaseMs: LEASE_MS }, BATCH),
    BY_ROW_LOCKS,
  );
  await Promise.all(claimed.map((mail) => sendOne(on, post, mail)));
  return claimed.length === BATCH;
}
