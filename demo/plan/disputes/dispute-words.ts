import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoCargo } from "../market-data";
import type { DisputeCode, Outcome } from "../../../domain/disputes/dispute";
import type { Mode } from "../../../domain/hubs/place";
import type { Service } from "../../../domain/shared/vocabulary";

/** How one dispute went, its words in Chinese and in English as the market's companies write to each other. */
export type Story = {
  readonly opens: string;
  readonly answers: string;
  readonly insists: string;
  /** What the market rules, or whoever has answered offers and the other takes. */
  readonly ends: string;
  readonly end: Outcome;
  readonly isRuled?: true;
  /** What of the sum in dispute the provider forgoes where each is in part right, in percent: at the least and at the most. */
  readonly percent?: readonly [number, number];
  /** The modes that it can happen by; left out of what happens by any, and of what is no haul. */
  readonly modes?: readonly Mode[];
  /** Of a payment: whether the buyer has money sent, or collects what it is to be paid. */
  readonly isOf?: "sent" | "collected";
};

/** A kind of dispute: what it is about, who opens it, and the stories that it has in the year. */
export type Script = {
  readonly service: Service;
  readonly code: DisputeCode;
  readonly opener: "buyer" | "provider";
  readonly stories: readonly Story[];
  /** Whether it is of goods alone that the customs have examined. */
  readonly isOfExamined?: true;
  /** Whether its stories tell of an unloading at the consignee's. */
  readonly isAtDoor?: true;
  /** Whether it is of what the goods are like when they have arrived, of an inspection that let them go. */
  readonly isOnArrival?: true;
  /** Whether its occasions are so few that each is taken. */
  readonly isRare?: true;
  /** What the charge that was not agreed comes to. */
  readonly charge?: ChargeRange;
};

type ChargeRange = { readonly currency: "CNY" | "USD"; readonly least: number; readonly most: number };

/** What the words of a dispute name. */
export type Told = {
  /** Days begun after the last one that the bid promised. */
  readonly daysLate: number;
  /** How many packages are hurt, and what their kind is called. */
  readonly count: number;
  readonly pack: readonly [zh: string, en: string];
  readonly hurt: readonly [zh: string, en: string];
  readonly percent: number;
};

const COUNTS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const days = (count: number): string => `${COUNTS[count] ?? count} ${count === 1 ? "day" : "days"}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text of a story with what it names, in both languages. */
export function worded(text: string, { daysLate, count, pack, hurt, percent }: Told): string {
  const said = { count: `${count}`, percent: `${percent}` };
  const [zh = "", en = ""] = text.split(" · ");
  const fill = (part: string, named: Readonly<Record<string, string>>) =>
    part.replace(/\{(\w+)\}/g, (whole, name: string) => named[name] ?? whole);
  const late = days(daysLate);
  return [
    fill(zh, { ...said, days: `${daysLate}`, pack: pack[0], hurt: hurt[0] }),
    fill(en, { ...said, days: late, Days: capital(late), pack: pack[1], hurt: hurt[1] }),
  ].join(" · ");
}

/** What a kind of package is called. */
const PACKS: Readonly<Record<string, readonly [string, string]>> = {
  CT: ["箱", "cartons"],
  CR: ["箱", "crates"],
  CS: ["箱", "cases"],
  BX: ["箱", "boxes"],
  BK: ["筐", "baskets"],
  PX: ["托", "pallets"],
  BE: ["捆", "bundles"],
  RO: ["卷", "rolls"],
  CL: ["卷", "coils"],
  BG: ["袋", "bags"],
  "43": ["吨袋", "big bags"],
  BL: ["包", "bales"],
  PL: ["桶", "pails"],
  PK: ["件", "packages"],
  NE: ["件", "pieces"],
};

/** What happens to goods on the way, by the chapters that begin so, of which the longest holds. */
const HURTS: Readonly<Record<string, readonly [string, string]>> = {
  "03": ["外箱化冻后结冰变形", "thawed and frozen again, their cartons out of shape"],
  "07": ["压伤、渗水", "bruised and wet with juice"],
  "08": ["压伤、渗汁", "bruised and leaking juice"],
  "0801": ["受潮", "damp"],
  "0802": ["受潮", "damp"],
  "0813": ["受潮", "damp"],
  "09": ["受潮结块", "damp and caked"],
  "11": ["受潮结块", "damp and caked"],
  "39": ["破损漏料", "torn and spilling"],
  "3924": ["外箱压塌", "crushed"],
  "44": ["边角受潮起鼓", "wet and swollen at the edges"],
  "5": ["受潮有水渍", "wet and stained"],
  "6": ["外箱受潮", "wet through the cartons"],
  "69": ["碎裂", "broken"],
  "7": ["锈蚀、捆带断开", "rusted, their straps broken"],
  "84": ["木箱撞裂、设备外壳有划伤", "cracked by a blow, the casing scratched"],
  "85": ["外箱压塌", "crushed"],
  "87": ["有划伤", "scratched"],
  "94": ["板件磕角", "chipped at the corners"],
  "95": ["外箱压塌", "crushed"],
};

export const packOf = ({ packageType }: Pick<DemoCargo, "packageType">) => PACKS[packageType];

/** What may have happened to goods; undefined of what is poured or of which the market's people say nothing. */
export function hurtOf({ hsCode }: Pick<DemoCargo, "hsCode">): readonly [string, string] | undefined {
  for (let digits = 4; digits >= 1; digits--) {
    const found = HURTS[hsCode.slice(0, digits)];
    if (found) return found;
  }
  return undefined;
}

const STORIES = JSON.parse(readFileSync(join(process.cwd(), "demo/market/dispute-stories.json"), "utf8")) as Readonly<
  Record<string, readonly Story[]>
>;

const storiesOf = (kind: string): readonly Story[] => STORIES[kind] ?? [];

/** A fork-lift, overtime or a second address; what an examination costs beside the customs; what a bank takes. Estimates. */
const ON_THE_SPOT: ChargeRange = { currency: "CNY", least: 400, most: 1_500 };
const AT_EXAMINATION: ChargeRange = { currency: "CNY", least: 350, most: 1_400 };
const AT_THE_BANK: ChargeRange = { currency: "USD", least: 15, most: 50 };

const kind = (service: Service, code: DisputeCode, stories: string): Script => ({
  ...{ service, code, opener: "buyer", stories: storiesOf(stories) },
});

/** Every kind of dispute that the market's year has, the rarest of its occasions first. */
export const SCRIPTS: readonly Script[] = [
  { ...kind("inspection", "not_as_agreed", "passed_at_loading"), isOnArrival: true, isRare: true },
  { ...kind("logistics", "late", "late"), isAtDoor: true },
  { ...kind("logistics", "damaged", "damaged"), isAtDoor: true },
  { ...kind("logistics", "charge_not_agreed", "freight_charge"), charge: ON_THE_SPOT, isAtDoor: true },
  kind("customs", "wrong_papers", "declared_wrong"),
  { ...kind("logistics", "not_as_agreed", "not_as_agreed"), isAtDoor: true },
  { ...kind("payment", "charge_not_agreed", "bank_charge"), charge: AT_THE_BANK },
  kind("logistics", "wrong_papers", "waybill"),
  { ...kind("inspection", "wrong_papers", "loading_report"), isRare: true },
  {
    ...kind("customs", "charge_not_agreed", "customs_charge"),
    ...{ opener: "provider", isOfExamined: true, charge: AT_EXAMINATION },
  },
  kind("customs", "not_as_agreed", "declared_otherwise"),
];
