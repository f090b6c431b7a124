import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Side } from "../../../domain/orders/slots/slot";
import { assert } from "../../../domain/shared/result";
import type { Service } from "../../../domain/shared/vocabulary";
import { HOUR_MS, type Instant, instant, MINUTE_MS } from "../../../domain/shared/time";
import { inOffice } from "../calendar";
import { between, type Random } from "../random";

type Language = "en" | "zh" | "ru" | "vi";
type Said = Readonly<Record<Language, string>>;
type Talk = { readonly by: Side; readonly say: Said; readonly reply: Said };

const TALKS = JSON.parse(readFileSync(join(process.cwd(), "demo/market/talks.json"), "utf8")) as Readonly<
  Record<Service, readonly (Talk & { readonly after: string })[]>
> & { readonly bids: readonly (Omit<Talk, "by"> & { readonly service: Service })[] };

/** Where trade is done in Russian with China. */
const RUSSIAN: readonly string[] = ["RU", "KZ", "KG", "UZ"];

/** In which language the people of two countries write to each other beside Chinese: none, Russian across the western borders, Vietnamese with Viet Nam, else English. */
export function talkLanguage(countries: readonly [string, string]): Language {
  if (countries.every((country) => country === "CN")) return "zh";
  if (countries.some((country) => RUSSIAN.includes(country))) return "ru";
  return countries.includes("VN") ? "vi" : "en";
}

export type PlannedMessage = { readonly by: Side; readonly at: Instant; readonly words: string };

type Zones = Readonly<Record<Side, string>>;

/** As the demo's companies write: in Chinese, and in the other side's language behind it. */
const written = (said: Said, language: Language): string =>
  language === "zh" ? said.zh : `${said.zh} · ${said[language]}`;

const other = (side: Side): Side => (side === "buyer" ? "provider" : "buyer");

/** Somebody writes some while after a step, the other answers within the hour or two, both at their desks; null where the next step comes first. */
function exchange(
  random: Random,
  { by, say, reply }: Talk,
  within: { readonly from: Instant; readonly to: Instant; readonly language: Language; readonly zones: Zones },
): PlannedMessage[] | null {
  const { from, to, language, zones } = within;
  const asked = inOffice(instant(from + between(random, 20 * MINUTE_MS, 3 * HOUR_MS)), zones[by]);
  const answered = inOffice(instant(asked + between(random, 8 * MINUTE_MS, 1.5 * HOUR_MS)), zones[other(by)]);
  if (answered >= to) return null;
  return [
    { by, at: asked, words: written(say, language) },
    { by: other(by), at: answered, words: written(reply, language) },
  ];
}

/** How many of the orders have something written beside them, and how many of the talks that fit an order are held. */
const TALKED_OF = 0.28;
const HELD = 0.7;

type Asked = {
  readonly service: Service;
  readonly reports: readonly { readonly code: string; readonly at: Instant }[];
  readonly countries: readonly [string, string];
  readonly zones: Zones;
};

/** What is written beside an order of the year, each between two of its steps; nothing of most of them. */
export function planTalk(random: Random, { service, reports, countries, zones }: Asked): PlannedMessage[] {
  if (random() >= TALKED_OF) return [];
  const language = talkLanguage(countries);
  return TALKS[service].flatMap((talk) => {
    const place = reports.findIndex(({ code }) => code === talk.after);
    const [from, to] = [reports[place]?.at, reports[place + 1]?.at];
    if (from === undefined || to === undefined || random() >= HELD) return [];
    return exchange(random, talk, { from, to, language, zones }) ?? [];
  });
}

/** Of how many requests the buyer asks one of its bidders something before it decides. */
const ASKED_OF = 0.16;

type Undecided = Omit<Asked, "reports"> & { readonly from: Instant; readonly to: Instant };

/** What a buyer asks about an opened bid before it decides, and what it hears; nothing of most requests. */
export function planTalkOfBid(random: Random, { service, countries, zones, from, to }: Undecided): PlannedMessage[] {
  const talk = TALKS.bids.find((one) => one.service === service);
  if (random() >= ASKED_OF || !talk) return [];
  return exchange(random, { ...talk, by: "buyer" }, { from, to, language: talkLanguage(countries), zones }) ?? [];
}

/** What a buyer asks about a bid, and what it hears. */
export function talkAboutBid(service: Service, countries: readonly [string, string]) {
  const talk = TALKS.bids.find((one) => one.service === service);
  assert(talk, `something is asked about bids on ${service}`);
  const language = talkLanguage(countries);
  return { question: written(talk.say, language), answer: written(talk.reply, language) };
}
