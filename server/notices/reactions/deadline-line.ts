import type { Reader } from "@/db/database";
import { findRequest } from "@/db/repositories/requests";
import type { DomainEvent } from "@/domain/notices/events";
import { deadlineOfNotice } from "@/domain/notices/deadline-of-notice";
import type { Notice } from "@/domain/notices/hearing";
import type { HubWithClock } from "@/domain/shared/named";
import type { Instant } from "@/domain/shared/instant";
import { namedHub } from "../../hubs/queries/names";
import { world } from "../../hubs/queries/network";

/** A time that a mail names, with the hub whose clock it goes by. */
export type MailedDeadline = {
  readonly kind: "closesAt" | "decideBy";
  readonly at: Instant;
  readonly hub: HubWithClock;
};

/** The deadline that a mailed notice names, as it is when the mail is written; null where there is none. */
export async function mailedDeadline(db: Reader, event: DomainEvent, notice: Notice): Promise<MailedDeadline | null> {
  const kind = notice.isMailed ? deadlineOfNotice(notice.kind) : null;
  if (kind === null || !("requestId" in event)) return null;
  const request = await findRequest(db, event.requestId);
  return request ? { kind, at: request[kind], hub: namedHub(await world(db), request.hubId) } : null;
}

type Reading = { readonly locale: string; readonly zone: string };

/** "Wed, 26 Nov 2026, 16:00 GMT+8": a mail is read for days, so it names day and year, and it cannot ask for the reader's zone. */
export function clockText(at: Instant, { locale, zone }: Reading): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  }).format(at);
}

/** The deadline in the reader's zone, and in the hub's where its clock says something else. */
export function deadlineTexts(
  { at, hub }: MailedDeadline,
  { locale, zone }: Reading,
): { own: string; hub: string | null } {
  const own = clockText(at, { locale, zone });
  const there = clockText(at, { locale, zone: hub.zone });
  const name = locale.startsWith("zh") ? hub.nameZh : hub.nameEn;
  return { own, hub: there === own ? null : `${name} ${there}` };
}
