import { demoDutyRates } from "./duty-rates";
import { readReference } from "../../db/reference/read-reference";
import type { DutyRate } from "../../domain/tariff/duty-rate";
import { newDutyRateSchema } from "../../domain/tariff/new-duty-rate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../domain/shared/time";
import type { Locale } from "../../domain/shared/locale";
import type { Currency } from "../../domain/shared/money";

/** The services that the demo market has prices for, in the order in which its dice are thrown. */
export const DEMO_SERVICES = ["logistics", "payment", "customs", "inspection"] as const;
export type DemoService = (typeof DEMO_SERVICES)[number];

type Range = { readonly min: number; readonly max: number };
type Typical = Range & { readonly typical: number };

export type DemoLicence = {
  readonly service: DemoService;
  readonly type: { en: string; own: string };
  readonly number: string;
  readonly validUntil: string;
};

export type DemoOrganisation = {
  readonly id: string;
  readonly kind: "provider" | "buyer";
  readonly country: string;
  readonly name: { readonly own: string; readonly latin: string; readonly ownLanguage: string };
  readonly cityId: string | null;
  readonly city: { readonly en: string; readonly own: string };
  readonly registration: { readonly number: string };
  readonly foundedYear: number;
  /** Of a newcomer, how many days before the market's present it registered there. */
  readonly joinedDaysAgo?: number;
  /** When it registered in the market that is played; left out where that goes back further than what is played. */
  readonly joinedAt?: Instant;
  readonly languages: readonly string[];
  readonly hubs: readonly string[];
  readonly corridors: readonly string[];
  /** Other countries in which it has people. */
  readonly branches?: readonly string[];
  readonly description: { readonly en: string; readonly own: string };
  readonly services?: readonly DemoService[];
  /** Multiplier on the typical price; speed: higher is faster; reliability: chance that a milestone is on time. */
  readonly priceLevel?: number;
  readonly speedLevel?: number;
  readonly reliability?: number;
  readonly licences?: readonly DemoLicence[];
  readonly modes?: readonly string[];
  readonly equipment?: readonly string[];
  readonly currencies?: readonly Currency[];
  readonly focusHsChapters?: readonly string[];
  readonly goodsHs?: readonly string[];
  /** Countries in which it keeps goods of its own in a warehouse, from which its shop there sells. */
  readonly stockIn?: readonly string[];
};

/** Texts by language, and what a provider is often asked: language, question, answer. */
export type DemoPage = {
  readonly texts: Readonly<Partial<Record<Locale, string>>>;
  readonly answers: readonly (readonly [language: Locale, question: string, answer: string])[];
};

export type DemoCharge = Typical & {
  readonly code: string;
  readonly unit: string;
  readonly currency: Currency | null;
  readonly optional?: boolean;
  readonly passThrough?: boolean;
  readonly pair?: string;
  /** What the line is for, where its code alone does not say so. */
  readonly words?: string;
};

/** What is charged between a door and a ship or a flight, by the mode of that. */
export type DemoPorts = {
  readonly trucking: Readonly<
    Record<
      "sea" | "air",
      { readonly unit: string } & Readonly<
        Record<"perKm" | "least" | "abroad", Typical & { readonly currency: Currency }>
      >
    >
  >;
  readonly origin: readonly (DemoCharge & { readonly mode: "sea" | "air"; readonly in: "CN" | "abroad" })[];
};

export type DemoRoute = {
  readonly id: string;
  readonly corridor: string;
  readonly from: string;
  readonly hub: string | null;
  readonly to: string;
  readonly mode: string;
  readonly equipment: string;
  readonly transitDays: Typical;
  readonly borderWaitHours?: Typical;
  readonly freeTimeHours?: { readonly border: number; readonly destination: number };
  readonly chargeLines: readonly DemoCharge[];
};

type ServicePrices = { readonly corridor: string; readonly chargeLines: readonly DemoCharge[] };
export type DemoPrices = {
  readonly ports: DemoPorts;
  readonly routes: readonly DemoRoute[];
  readonly customs: readonly (ServicePrices & {
    side: "export" | "import" | "transit";
    hoursToFile: Typical;
    hoursToRelease: Typical;
  })[];
  readonly inspection: readonly (ServicePrices & { note?: string; hoursToReport: Typical })[];
  readonly payment: readonly (ServicePrices & {
    payerCurrency: Currency;
    payeeCurrency: Currency;
    businessDaysToReceive: Typical;
  })[];
  readonly hubSeasonIndex: { readonly orders: Readonly<Record<string, readonly number[]>> };
};

export type DemoCargo = {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly hsCode: string;
  /** The codes of such goods in the tariffs of China, Viet Nam, Thailand and the Eurasian Economic Union, as far as they are known. */
  readonly nationalCodes: Readonly<Partial<Record<"CN" | "VN" | "TH" | "EAEU", string>>>;
  readonly corridor: string;
  readonly originCountry: string;
  readonly destinationCountry: string;
  readonly typicalRoutes: readonly string[];
  /** The places and ports abroad that such goods come from, where those of the rest of their country have none. */
  readonly homeIds?: readonly string[];
  readonly packageType: string;
  readonly packages: Range;
  readonly grossKg: Range;
  readonly cbm: Range;
  readonly value: Range & { readonly currency: Currency };
  readonly temperature: { readonly minC: number; readonly maxC: number } | null;
  readonly hazards: {
    readonly unNumber: string;
    readonly class: string;
    readonly packingGroup: string | null;
  } | null;
  /** Certificates that such goods usually travel with, by their kinds of document. */
  readonly certificates: readonly string[];
  readonly seasonWeights: readonly number[];
  readonly services: readonly DemoService[];
};

const UNION = ["RU", "KZ", "KG"];

/** Countries whose customs take a code of their own tariff alone; of the others the market knows the six digits that all share. */
const WITH_OWN_CODES = ["CN", "VN", "TH", ...UNION];

const ownCode = ({ nationalCodes }: Pick<DemoCargo, "nationalCodes">, country: string): string | undefined =>
  UNION.includes(country) ? nationalCodes.EAEU : nationalCodes[country as "CN" | "VN" | "TH"];

/** Whether the code under which goods are declared to a country's customs is known. */
export const isDeclarableIn = (cargo: Pick<DemoCargo, "nationalCodes">, country: string): boolean =>
  !WITH_OWN_CODES.includes(country) || ownCode(cargo, country) !== undefined;

/** The code under which goods are declared to a country's customs: of its own tariff, or the six digits of all countries where it takes those. */
export function codeIn(cargo: Pick<DemoCargo, "nationalCodes" | "hsCode">, country: string): string {
  const own = ownCode(cargo, country);
  if (own === undefined && WITH_OWN_CODES.includes(country))
    throw new Error(`The demo knows no code of ${cargo.hsCode} in the tariff of ${country}`);
  return own ?? cargo.hsCode.slice(0, 6);
}

/** A company as a form of so many characters names it: a Chinese one by its registered name, with the Latin one where both go in. */
export function writtenName({ country, name }: DemoOrganisation, max: number): string {
  if (country !== "CN") return name.latin.slice(0, max);
  const both = `${name.own} · ${name.latin}`;
  return both.length <= max ? both : name.own;
}

/** Who works for a company of whose people the market knows no name: its desk, of a Chinese company in Chinese first. */
export function deskOf({ country, name }: Pick<DemoOrganisation, "country" | "name">): string {
  const desk = `${name.latin.split(" ").slice(0, 2).join(" ")} desk`;
  return country === "CN" ? `${name.own.replace(/(?:股份)?有限(?:责任)?公司/, "")}业务部 ${desk}` : desk;
}

/** What goods are called in the market: in Chinese and in English, as its companies write to each other. */
export const titleOf = ({ title }: Pick<DemoCargo, "title">): string => `${title["zh-CN"]} · ${title.en}`;

/** In which language companies abroad write, beside Chinese for their partners there: their own, those of Kazakhstan one of two. */
export const WRITES: Readonly<Record<string, readonly string[]>> = {
  VN: ["vi"],
  RU: ["ru"],
  KG: ["ru"],
  UZ: ["ru"],
  KZ: ["kk", "ru"],
};

/** Of their deals so many are titled so, the others in Chinese and in English. */
const OWN_TITLES = 0.7;
/** Of the titles of Kazakhstan so many are in Kazakh. */
const KAZAKH_TITLES = 0.45;

type Titled = Pick<DemoCargo, "title">;

/** What goods are called in another language of the market, with their Chinese name; null where the market does not know it. */
export const ownTitleOf = ({ title }: Titled, language: string): string | null =>
  title[language] === undefined ? null : `${title[language]} · ${title["zh-CN"]}`;

/** How a company titles a deal about such goods. */
export function titleBy({ country }: Pick<DemoOrganisation, "country">, cargo: Titled, random: () => number): string {
  const [isFirst, isOwn] = [random() < KAZAKH_TITLES, random() < OWN_TITLES];
  const languages = WRITES[country] ?? [];
  const [first = "", last = ""] = [isFirst ? languages[0] : languages.at(-1), languages.at(-1)];
  const own = ownTitleOf(cargo, first) ?? ownTitleOf(cargo, last);
  return own !== null && isOwn ? own : titleOf(cargo);
}

/** What a bag of green coffee weighs net. */
const COFFEE_BAG_KG = 60;

/** What a bag of such goods weighs net in kilograms, by their name or their trade; 0 of goods in other packages. */
export function bagKgOf({ title, hsCode, packageType }: Pick<DemoCargo, "title" | "hsCode" | "packageType">): number {
  if (packageType !== "BG") return 0;
  return hsCode.startsWith("0901") ? COFFEE_BAG_KG : Number(/(\d+) kg bags/.exec(title.en ?? "")?.[1] ?? 0);
}

export type MarketData = {
  readonly organisations: readonly DemoOrganisation[];
  readonly cargo: readonly DemoCargo[];
  readonly prices: DemoPrices;
  /** What providers say on their pages beside what they say of themselves, by the company's id. */
  readonly pages: Readonly<Record<string, DemoPage>>;
  /** Rates of duty and tax as the market knows them, by which brokers estimate. */
  readonly dutyRates: readonly DutyRate[];
};

/** The fictional organisations, cargo and price bands of the demo market. All names and figures in them are invented. */
export function readMarketData(folder = join(process.cwd(), "demo/market")): MarketData {
  const { seedDutyRates } = readReference();
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  return {
    organisations: read("organisations.json").organisations,
    cargo: read("cargo.json").cargo,
    prices: read("prices.json"),
    pages: read("pages.json"),
    dutyRates: [...seedDutyRates.filter(({ isEstimate }) => !isEstimate), ...demoDutyRates(seedDutyRates)].map(
      ({ isEstimate: _, ...typed }) => newDutyRateSchema.parse(typed).rate,
    ),
  };
}
