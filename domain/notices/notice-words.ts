import { placeName } from "../shared/place-names";
import { type Instant, instant } from "../shared/time";
import type { Facts, NoticeKind } from "./notification-rule";

/** What a lost bid was told of its place; sentences from before there was anything to tell have none of it. */
const DEBRIEF = ["rank", "gap", "loss", "choice"] as const;

/** In whose words and by whose clock a sentence is read. */
export type Reading = {
  readonly word: (key: string) => string;
  readonly time: (at: Instant) => string;
  readonly locale: string;
};

/** Times that a sentence names, kept as `minuteInUtc` writes them. */
const TIMES = ["by", "until"] as const;
const MINUTE_IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/;

/** The hub that a sentence names in the reader's language, in English where its facts have no other name, and beside it as papers say it too: in Chinese, for readers of Chinese in English. */
function hubIn({ hubEn, hubZh, ...own }: Facts, locale: string): Record<string, string> {
  if (typeof hubEn !== "string" || typeof hubZh !== "string") return {};
  const [nameRu, nameVi, nameKk] = [own.hubRu, own.hubVi, own.hubKk].map((name) => name?.toString());
  const hub = placeName({ nameEn: hubEn, nameZh: hubZh, nameRu, nameVi, nameKk }, locale);
  return { hub, hubBeside: hub === hubZh ? hubEn : hubZh };
}

/** What a sentence is filled with: facts that are codes (a service, a milestone) in the words of its language, times by its reader's clock. */
export function noticeValues(facts: Facts, { word, time, locale }: Reading): Record<string, string | number> {
  const values: Record<string, string | number> = { ...facts, ...hubIn(facts, locale) };
  for (const name of TIMES) {
    const [, day, clock] = MINUTE_IN_UTC.exec(String(facts[name])) ?? [];
    if (day && clock) values[name] = time(instant(Date.parse(`${day}T${clock}Z`)));
  }
  if (typeof facts.service === "string") values.service = word(`service-${facts.service}.name`);
  if (typeof facts.milestone === "string") {
    const [service, code] = facts.milestone.split(".");
    values.milestone = word(`service-${service}.milestone.${code}`);
  }
  if (typeof facts.delay === "string") values.delay = word(`delay.reason.${facts.delay}`);
  if (typeof facts.why === "string") values.why = word(`decide.disqualify.code.${facts.why}`);
  if (typeof facts.side === "string") values.side = word(`clearance.side.${facts.side}`);
  if (typeof facts.paymentReason === "string") values.paymentReason = word(`remittance.reason.${facts.paymentReason}`);
  values.ended = typeof facts.ended === "string" ? word(`decide.end.${facts.ended}`) : "none";
  for (const name of DEBRIEF) values[name] = facts[name] ?? "none";
  values.choiceWords = facts.choiceWords ?? "";
  return values;
}

/**
 * A sentence that was filled in, with one stop where a value that ends in a stop of its own, such as "Co., Ltd.", comes before that of the
 * sentence. An ellipsis stays.
 */
export const withSingleStops = (text: string): string =>
  text
    .replace(/(?<!\.)\.\.(?!\.)/gu, ".")
    .replace(/(?<!\.)\.。/gu, "。")
    .replace(/。[.。]+/gu, "。");

/** Which time of its request a mail names: where its reader has to do something by then. */
const DEADLINES: Partial<Record<NoticeKind, "closesAt" | "decideBy">> = {
  request_invited: "closesAt",
  search_found: "closesAt",
  request_to_review: "closesAt",
  request_opened: "decideBy",
};

/** The time of the request by which the reader of such a notice has to act; null where there is none. */
export const deadlineOfNotice = (kind: NoticeKind): "closesAt" | "decideBy" | null => DEADLINES[kind] ?? null;
