import { audienceOf, titleOfDeal } from "@/db/repositories/audiences";
import { findDebrief } from "@/db/repositories/award";
import { insertNotices, queueMail } from "@/db/repositories/notices";
import { insertOrganisationEvent } from "@/db/repositories/organisation-events";
import { type Listener, listListeners } from "@/db/repositories/parties";
import type { DomainEvent } from "@/domain/notices/events";
import type { Facts, NotificationRule, Notice } from "@/domain/notices/notification-rule";
import { notificationRulesOf } from "@/domain/notices/recipients";
import { minorDigits, type Money, toDecimal } from "@/domain/shared/money";
import { missingFunds } from "../../orders/payment-funds";
import { type MailedDeadline, mailedDeadline, writeMail } from "./write-mail";
import type { ReactionContext } from "./reaction";

/** A notice with the time that its mail names. */
type Dated = { readonly notice: Notice; readonly deadline: MailedDeadline | null };

async function tellPeople(context: ReactionContext, dated: Dated, organisationId: string): Promise<void> {
  const { notice } = dated;
  const { tx, eventId, occurredAt, newId } = context;
  const listeners = await listListeners(tx, { organisationId, roles: notice.roles });
  await insertNotices(
    tx,
    listeners.map(({ userId }) => ({
      id: newId(),
      eventId,
      userId,
      organisationId,
      kind: notice.kind,
      facts: notice.facts,
      href: notice.href,
      createdAt: occurredAt,
    })),
  );
  if (!notice.isMailed) return;
  // An address that nobody has confirmed may be a stranger's.
  for (const listener of listeners.filter(({ isEmailVerified }) => isEmailVerified))
    await mailTo(context, dated, listener);
}

async function mailTo(context: ReactionContext, { notice, deadline }: Dated, listener: Listener): Promise<void> {
  const { tx, eventId, now, newId } = context;
  await queueMail(tx, {
    id: newId(),
    messageId: `${eventId}.${listener.userId}`,
    to: listener.email,
    locale: listener.locale,
    now,
    ...writeMail(notice, listener, deadline),
  });
}

async function tellAudience(context: ReactionContext, event: DomainEvent, rule: NotificationRule): Promise<void> {
  const { tx, eventId, occurredAt, newId } = context;
  const { notice } = rule;
  const deadline = notice && (await mailedDeadline(tx, event, notice));
  for (const organisationId of await audienceOf(tx, rule.to)) {
    await insertOrganisationEvent(tx, {
      id: newId(),
      organisationId,
      eventId,
      type: event.type,
      body: rule.body,
      createdAt: occurredAt,
    });
    if (notice) await tellPeople(context, { notice, deadline }, organisationId);
  }
}

/** Read here and not carried by the event, which others hear too. */
async function debriefFacts({ tx }: ReactionContext, bidId: string): Promise<Facts> {
  const debrief = await findDebrief(tx, bidId);
  if (!debrief) return {};
  const { rank, gap, code, choice } = debrief;
  const told = { rank: rank ?? "none", gap: gap ?? "none", loss: code };
  return choice ? { ...told, choice: choice.code, choiceWords: choice.words } : told;
}

const inFigures = ({ minor, currency }: Money): string => {
  const figure = new Intl.NumberFormat("en", { minimumFractionDigits: minorDigits(currency) });
  return `${currency} ${figure.format(toDecimal({ minor, currency }) as `${number}`)}`;
};

/** What the sentences of an event say that it does not carry; null where there is nothing left to say. */
async function factsRead(context: ReactionContext, event: DomainEvent): Promise<Facts | null> {
  if (event.type === "bid.lost") return debriefFacts(context, event.bidId);
  if (event.type !== "payment.funds_short") return {};
  const missing = await missingFunds(context.tx, event.orderId);
  return missing && { missing: inFigures(missing) };
}

/**
 * Tells everybody who hears of the event: their inbox, their API clients and their mail. It may run any number of times: each
 * row is one for its event and reader.
 */
export async function tell(context: ReactionContext, event: DomainEvent): Promise<void> {
  const title = "dealId" in event ? await titleOfDeal(context.tx, event.dealId) : "";
  const read = await factsRead(context, event);
  for (const { notice, ...rule } of notificationRulesOf(event)) {
    const titled = notice && read && { ...notice, facts: { ...notice.facts, ...read, title } };
    await tellAudience(context, event, { ...rule, notice: titled });
  }
}
