import type { DomainEvent } from "@/domain/notices/events";
import { deliveryOf } from "@/domain/notices/delivery";
import { nextDigestAt } from "@/domain/notices/digest-time";
import { placeOfNotice } from "@/domain/notices/event-subjects";
import { isSaid, type Said } from "@/domain/notices/thread-notices";
import { deadlineOfNotice, noticeValues, withSingleStops } from "@/domain/notices/notice-words";
import { arePersons, type Facts, type Notice, type NotificationRule } from "@/domain/notices/notification-rule";
import { wishForSearch } from "@/domain/notices/saved-search";
import { KIND_RULES } from "@/domain/notices/topics";
import { wishFor } from "@/domain/notices/wishes";
import type { HubWithClock } from "@/domain/shared/vocabulary";
import type { Instant } from "@/domain/shared/time";
import { namedHub, referenceData } from "../../hubs/queries/network";
import { ownNames } from "../../hubs/queries/own-names";
import type { Hearer, Listener } from "@/db/repositories/parties";
import { env } from "../../platform/process/env";
import { translator } from "../../platform/translate";
import { audienceOf } from "@/db/repositories/audiences";
import { findMessage } from "@/db/repositories/threads";
import { replyAddress } from "../../threads/reply-address";
import { holdBack } from "@/domain/threads/held-contacts";
import { findDebrief } from "@/db/repositories/award";
import type { NewMail } from "@/db/repositories/notices";
import { notificationRulesOf } from "@/domain/notices/recipients";
import { minorDigits, type Money, toDecimal } from "@/domain/shared/money";
import { missingFunds } from "../../orders/payment-funds";
import { stopAddress, stopPage } from "../stop-token";
import { type Person, personsOf } from "./persons";
import type { ReactionContext } from "./reaction";
import { placeName } from "@/domain/shared/place-names";

/** A time that a mail names, with the hub whose clock it goes by. */
export type MailedDeadline = {
  readonly kind: "closesAt" | "decideBy";
  readonly at: Instant;
  readonly hub: HubWithClock;
};

/** The deadline that a mailed notice names, as it is when the mail is written; null where there is none. */
async function mailedDeadline(
  { tx, telling }: Pick<ReactionContext, "tx" | "telling">,
  event: DomainEvent,
  notice: Notice,
): Promise<MailedDeadline | null> {
  const kind = notice.isMailed ? deadlineOfNotice(notice.kind) : null;
  if (kind === null || !("requestId" in event)) return null;
  const request = await telling.requestOf(event.requestId);
  return request ? { kind, at: request[kind], hub: namedHub(await referenceData(tx), request.hubId) } : null;
}

type Reading = { readonly locale: string; readonly zone: string };

const CLOCK: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};
const OFFSET: Intl.DateTimeFormatOptions = { timeZoneName: "shortOffset" };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times its use; readers are of a few languages and zones. */
function formatterOf(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${options.timeZoneName ?? "clock"}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone: zone });
  formatters.set(key, formatter);
  return formatter;
}

/** "Wed, 26 Nov 2026, 16:00 GMT+8": a mail is read for days, so it names day and year, and it cannot ask for the reader's zone. */
export function clockText(at: Instant, { locale, zone }: Reading): string {
  const tag = locale === "en" ? "en-GB" : locale;
  const clock = formatterOf(tag, zone, CLOCK).format(at);
  // In Chinese Intl would put the zone between the day and the time.
  const named = formatterOf("en", zone, OFFSET).formatToParts(at);
  return `${clock} ${named.find(({ type }) => type === "timeZoneName")?.value ?? zone}`;
}

/** The deadline in the reader's zone, and in the hub's where its clock says something else. */
export function deadlineTexts(
  { at, hub }: MailedDeadline,
  { locale, zone }: Reading,
): { own: string; hub: string | null } {
  const own = clockText(at, { locale, zone });
  const there = clockText(at, { locale, zone: hub.zone });
  const name = placeName(hub, locale);
  return { own, hub: there === own ? null : `${name} ${there}` };
}

/** A notice keeps a hub by its id and its English and Chinese names; whoever words it knows the others, too. */
export function withHubNames(facts: Facts): Facts {
  if (typeof facts.hubId !== "string") return facts;
  const { nameRu, nameVi, nameKk } = ownNames(facts.hubId);
  return {
    ...facts,
    ...(nameRu && { hubRu: nameRu }),
    ...(nameVi && { hubVi: nameVi }),
    ...(nameKk && { hubKk: nameKk }),
  };
}

const REASON_MAX = 300;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const LINES = /\r\n|[\p{Cc}\p{Zl}\p{Zp}]/u;

/** What people typed stays on its line: it cannot begin a paragraph that looks like ours. */
export const onOneLine = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? fact.replace(BREAKS, " ").slice(0, REASON_MAX) : fact,
    ]),
  );

/** By when something is to be done, by the reader's clock and the hub's. */
function deadlineLine(
  deadline: MailedDeadline,
  { locale, timeZone }: Pick<Listener, "locale" | "timeZone">,
  t: ReturnType<typeof translator>,
): string {
  const { own, hub } = deadlineTexts(deadline, { locale, zone: timeZone });
  return t(`mail.deadline.${deadline.kind}`, { time: hub === null ? own : t("mail.deadline.both", { own, hub }) });
}

type WrittenMail = { readonly subject: string; readonly body: string; readonly stopAddress: string | null };

/** A notice as it is mailed: with the whole of a message that is longer than its sentence, and whether it can be answered. */
export type MailedNotice = Notice & { readonly quote?: string | null; readonly isAnswered?: boolean };

/** Each line of what people wrote is marked: none can look like a line of ours. */
const quoted = (text: string): string =>
  text
    .split(LINES)
    .map((line) => `> ${line}`)
    .join("\n");

/** The mail of a notice in the reader's language: plain text, one sentence, by when if that matters, one link, and how its like is stopped or why it cannot be. */
export function writeMail(
  notice: MailedNotice,
  reader: Pick<Listener, "userId" | "name" | "locale" | "timeZone">,
  deadline: MailedDeadline | null,
  baseUrl: string = env().baseUrl,
): WrittenMail {
  const t = translator(reader.locale);
  const time = (at: Instant) => clockText(at, { locale: reader.locale, zone: reader.timeZone });
  const facts = onOneLine({ ...withHubNames(notice.facts), reader: reader.name });
  const values = noticeValues(facts, { word: t, time, locale: reader.locale });
  const link = `${baseUrl}/${t("mail.locale")}${notice.href}`;
  const { topic, always } = KIND_RULES[notice.kind];
  const stop = { userId: reader.userId, what: topic };
  const address = stopPage(stop, { baseUrl, locale: t("mail.locale") });
  const parts = [
    t("mail.greeting", values),
    withSingleStops(t(`notices.kind.${notice.kind}`, values)),
    ...(deadline ? [deadlineLine(deadline, reader, t)] : []),
    ...(notice.quote ? [quoted(notice.quote)] : []),
    ...(notice.isAnswered ? [t("mail.answer")] : []),
    t("mail.open", { link }),
    t("mail.footer"),
    always ? t(`mail.always.${always}`) : t("mail.stop", { topic: t(`notices.topic.${topic}`), link: address }),
  ];
  return {
    subject: t(`mail.subject.${notice.kind}`, values),
    body: `${parts.join("\n\n")}\n`,
    stopAddress: always ? null : stopAddress(stop, baseUrl),
  };
}

/** A notice with the time that its mail names. */
type Dated = {
  readonly notice: Notice;
  readonly deadline: MailedDeadline | null;
  readonly place: ReturnType<typeof placeOfNotice>;
  /** Of something said in a thread: which, and what the mail says beyond the sentence. */
  readonly letter: Letter | null;
};

type Letter = { readonly bidId: string; readonly quote: string | null };

/** Who is told, and by which search of theirs. */
type Told = Hearer & Pick<Partial<Person>, "search">;
type Hearing = { readonly organisationId: string; readonly listeners: readonly Told[] };

/** How the notice comes to this person: as they wish, and when their digest is due where that tells it. An address that nobody has confirmed may be a stranger's. */
function deliveryTo({ wishes, isEmailVerified, timeZone, search }: Told, { notice, place }: Dated, now: Instant) {
  const { topic } = KIND_RULES[notice.kind];
  const { dealId } = place;
  const wish = search ? wishForSearch(wishes, { ...search, dealId }) : wishFor(wishes, { topic, dealId });
  const { inbox, mail } = deliveryOf(notice, wish);
  return {
    isQuiet: inbox === "quiet",
    isMailed: isEmailVerified && mail === "at_once",
    digestAt: isEmailVerified && mail === "daily" ? nextDigestAt(now, timeZone) : null,
  };
}

function tellPeople(context: ReactionContext, dated: Dated, { organisationId, listeners }: Hearing): void {
  const { notice, place } = dated;
  const { telling, eventId, occurredAt, now, newId } = context;
  for (const listener of listeners) {
    // Whoever has been told of this event by another rule is told no more.
    if (!telling.isFirst(eventId, listener.userId)) continue;
    const { isQuiet, isMailed, digestAt } = deliveryTo(listener, dated, now);
    telling.notices.push({
      id: newId(),
      eventId,
      userId: listener.userId,
      organisationId,
      kind: notice.kind,
      facts: notice.facts,
      href: notice.href,
      ...place,
      createdAt: occurredAt,
      isQuiet,
      readAt: isQuiet ? occurredAt : null,
      digestAt,
    });
    if (isMailed) telling.mails.push(mailTo(context, dated, listener));
  }
}

const mailTo = (
  { eventId, now, newId, replyDomain }: ReactionContext,
  { notice, deadline, letter }: Dated,
  { organisationId, ...listener }: Listener,
): NewMail => {
  const { userId, email, locale } = listener;
  const replyTo =
    letter && replyDomain !== "" ? replyAddress({ bidId: letter.bidId, organisationId, userId }, replyDomain) : null;
  const mailed = { ...notice, quote: letter?.quote ?? null, isAnswered: replyTo !== null };
  return {
    ...{ id: newId(), messageId: `${eventId}.${userId}`, to: email, locale, replyTo, now },
    ...writeMail(mailed, listener, deadline),
  };
};

/** People who hear of it for themselves: their organisation's API clients are told nothing. */
function tellPersons(context: ReactionContext, dated: Dated, persons: readonly Person[]): void {
  for (const { search, ...person } of persons) {
    const notice = search ? { ...dated.notice, facts: { ...dated.notice.facts, search: search.name } } : dated.notice;
    const { organisationId } = person;
    tellPeople(context, { ...dated, notice }, { organisationId, listeners: [{ ...person, search }] });
  }
}

type Rule = NotificationRule & { readonly letter: Letter | null };

async function tellAudience(context: ReactionContext, event: DomainEvent, rule: Rule): Promise<void> {
  const { tx, telling, eventId, occurredAt, newId } = context;
  const { notice, letter } = rule;
  const place = placeOfNotice(event);
  if (arePersons(rule.to)) {
    const persons = notice ? await personsOf(context, rule.to) : [];
    // Most events are nobody's own: the deadline is read for those that are.
    const deadline = notice && persons.length > 0 ? await mailedDeadline(context, event, notice) : null;
    if (notice) tellPersons(context, { notice, deadline, place, letter }, persons);
    return;
  }
  const deadline = notice && (await mailedDeadline(context, event, notice));
  const audience = await audienceOf(tx, rule.to);
  const listenersOf = notice && (await telling.listenersOf(audience, notice.roles));
  for (const organisationId of audience) {
    telling.organisationEvents.push({
      id: newId(),
      organisationId,
      eventId,
      type: event.type,
      body: rule.body,
      createdAt: occurredAt,
    });
    if (notice && listenersOf)
      tellPeople(
        context,
        { notice, deadline, place, letter },
        { organisationId, listeners: listenersOf(organisationId) },
      );
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

/** Letters of a message that stand in the sentence that tells of it; the inbox leads to the rest. */
const EXCERPT_MAX = 200;

const excerptOf = (words: string): string =>
  words.length > EXCERPT_MAX ? `${words.slice(0, EXCERPT_MAX).trimEnd()}…` : words;

const inFigures = ({ minor, currency }: Money): string => {
  const figure = new Intl.NumberFormat("en", { minimumFractionDigits: minorDigits(currency) });
  return `${currency} ${figure.format(toDecimal({ minor, currency }) as `${number}`)}`;
};

/** What was said in a thread, as the other side may read it: without contacts until there is an order. */
async function wordsSaid({ tx }: ReactionContext, event: Said): Promise<string | null> {
  const message = "seq" in event ? await findMessage(tx, event) : undefined;
  if (!message) return null;
  return event.type === "order.written" ? message.words : holdBack(message.words).words;
}

const saidFacts = (event: Said, words: string | null): Facts =>
  words === null ? { by: event.by } : { by: event.by, words: excerptOf(words) };

/** Beside the sentence a mail has the whole of a message of which that says a part. */
const letterOf = (event: Said, words: string | null): Letter => ({
  bidId: event.bidId,
  quote: words !== null && (words.length > EXCERPT_MAX || LINES.test(words)) ? words : null,
});

/** What the sentences of an event say that it does not carry; null where there is nothing left to say. */
async function factsRead(context: ReactionContext, event: DomainEvent): Promise<Facts | null> {
  if (event.type === "bid.lost") return debriefFacts(context, event.bidId);
  if (event.type !== "payment.funds_short") return {};
  const missing = await missingFunds(context.tx, event.orderId);
  return missing && { missing: inFigures(missing) };
}

/**
 * Tells everybody who hears of the event: their inbox, their API clients and their mail, with the other events of the delivery. It may run any number
 * of times: each row is one for its event and reader.
 */
export async function tell(context: ReactionContext, event: DomainEvent): Promise<void> {
  const title = "dealId" in event ? await context.telling.titleOf(event.dealId) : "";
  const said = isSaid(event) ? { event, words: await wordsSaid(context, event) } : null;
  const read = said ? saidFacts(said.event, said.words) : await factsRead(context, event);
  const letter = said && letterOf(said.event, said.words);
  for (const { notice, ...rule } of notificationRulesOf(event)) {
    const titled = notice && read && { ...notice, facts: { ...notice.facts, ...read, title } };
    await tellAudience(context, event, { ...rule, notice: titled, letter });
  }
}
