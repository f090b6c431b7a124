import type { InspectionSpec } from "../../domain/services/inspection/spec";

// Points of checklists as goods of several kinds have them.

type Item = NonNullable<InspectionSpec["checklist"]>[number];
type Test = NonNullable<InspectionSpec["specialTests"]>[number];

/** The least and the most that goods in order measure, how far one lot spreads, how many decimals are read, and in what; or words of which one is written down. */
export type Measured =
  | readonly [min: number, max: number, spread: number, digits: number, unit: string]
  | readonly string[];

/** A point of a checklist, and what is read of it where the goods are in order. */
export type Point = { readonly item: Item; readonly measured: Measured };

/** A point on what one piece weighs net, which the cargo says: with so many decimals, and at least that where less is short weight. */
export type Weighed = { readonly item: Item; readonly digits: number; readonly isLeast: boolean };

/** A light flaw that such goods have: its code, and what it is called. */
export type Flaw = readonly [code: string, words: string];

export type InspectedGoods = {
  /** Codes of the Harmonized System that begin so. */
  readonly codes: RegExp;
  readonly points: readonly (Point | Weighed)[];
  readonly tests?: readonly Test[];
  readonly flaws: readonly Flaw[];
};

export const QUANTITY: Point = { item: { code: "quantity" }, measured: [] };
export const point = (item: Point["item"], measured: Measured): Point => ({ item, measured });
/** A point that is looked at on a small sample of its own, since it takes time or destroys the unit. */
export const onFew = (item: Point["item"], measured: Measured): Point => point({ ...item, level: "S-2" }, measured);
/** The same of what a piece weighs, as the cargo says. */
export const weighed = (item: Item, digits: number, { isLeast = false } = {}): Weighed => ({
  item: { ...item, level: "S-2" },
  ...{ digits, isLeast },
});
export const LEGIBLE = [
  "清晰，与样稿一致 · Legible, as approved",
  "清晰完整 · Legible and complete",
  "与唛头样稿相符 · As the approved mark",
];
export const NO_ODOUR = ["无异味 · No foreign odour", "气味正常 · Odour normal"];
export const WORKS = [
  "开机正常 · Starts and runs",
  "功能齐全 · All functions work",
  "通电运行 10 分钟正常 · Ran for 10 minutes",
];
export const HEAT = [
  "与质保书炉号一致 · Heat number as on the certificate",
  "批号与质保书相符 · Batch as on the certificate",
];
export const thermometer = "探针温度计 · Probe thermometer";
export const calliper = "游标卡尺 · Calliper";
export const moistureMeter = "水分仪 · Moisture meter";
