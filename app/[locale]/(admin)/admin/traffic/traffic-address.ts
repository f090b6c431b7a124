import { z } from "zod";
import { parseCorridor } from "@/domain/hubs/corridor";
import {
  isSamePeriod,
  lastDays,
  periodBefore,
  type PeriodRefusal,
  readPeriod,
  TRAFFIC_MEASURES,
  type TrafficMeasure,
  type TrafficPeriod,
  yearBefore,
  yearTo,
} from "@/domain/hubs/traffic";
import { SERVICES } from "@/domain/shared/vocabulary";
import { dayOf, type Instant, type LocalDate } from "@/domain/shared/time";
import type { TrafficQuestion } from "@/server/hubs/queries/traffic";

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const PRESETS = ["30d", "90d", "12m"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a period is compared with by its own days, so that it moves with them. */
export const COMPARISONS = ["before", "year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The days that stand in the fields of the form: those shown, or what was typed where that was refused. */
export type DayFields = Readonly<Record<"from" | "to" | "compareFrom" | "compareTo", string>>;

/** What the address asks: never trusted, and what it says wrong falls back to 90 days of orders and the period before them. */
export type TrafficAddress = {
  readonly question: TrafficQuestion & { readonly comparison: TrafficPeriod };
  /** Null where the days were chosen. */
  readonly preset: Preset | null;
  /** Null where the days of the comparison were chosen. */
  readonly comparison: Comparison | null;
  readonly refusal: PeriodRefusal | null;
  readonly comparisonRefusal: PeriodRefusal | null;
  /** Days after today were asked for, and today stands in their place. */
  readonly isCut: boolean;
  readonly fields: DayFields;
  /** The form was sent as it should be: its address can be said shorter, and nothing is said of its days. */
  readonly isSent: boolean;
  readonly isRecount: boolean;
};

const one = z.string().max(80).optional().catch(undefined);
const address = z.object({
  measure: z.enum(TRAFFIC_MEASURES).catch("orders"),
  period: z.enum(PRESETS).catch("90d"),
  from: one,
  to: one,
  compare: z.enum(COMPARISONS).catch("before"),
  compareFrom: one,
  compareTo: one,
  sent: one,
  corridor: one,
  service: z.enum(SERVICES).optional().catch(undefined),
  payment: one,
  check: one,
});
type Asked = z.output<typeof address>;

const DAYS = { "30d": 30, "90d": 90 } as const;

/** The days of a preset, today the last of them. */
const presetPeriod = (preset: Preset, today: LocalDate): TrafficPeriod =>
  preset === "12m" ? yearTo(today) : lastDays(DAYS[preset], today);

type Chosen<Name> = {
  readonly period: TrafficPeriod;
  readonly name: Name | null;
  readonly refusal: PeriodRefusal | null;
  readonly isCut: boolean;
};

/** Days that were chosen, none of them after today: nothing is counted tomorrow. */
function cutAt({ from, to }: TrafficPeriod, today: LocalDate): Pick<Chosen<never>, "period" | "isCut"> {
  const upTo = (day: LocalDate) => (day > today ? today : day);
  return { period: { from: upTo(from), to: upTo(to) }, isCut: to > today };
}

/** The period asked for. Days that are a preset's own are that preset: the form always sends the days that it shows. */
function readDays({ from = "", to = "", period: preset }: Asked, today: LocalDate): Chosen<Preset> {
  const byName = (name: Preset) => ({ period: presetPeriod(name, today), name, refusal: null, isCut: false });
  if (!from && !to) return byName(preset);
  const read = readPeriod(from, to);
  if (!read.ok) return { ...byName("90d"), refusal: read.refusal };
  const name = PRESETS.find((one) => isSamePeriod(read.value, presetPeriod(one, today)));
  return name ? byName(name) : { ...cutAt(read.value, today), name: null, refusal: null };
}

const COMPARED: Readonly<Record<Comparison, (period: TrafficPeriod) => TrafficPeriod>> = {
  before: periodBefore,
  year: yearBefore,
};

const standingDays = (from: string, to: string): string => `${from}/${to}`;

/** What the period is compared with. Days that the form was filled with and nobody changed follow the period anew. */
function readComparison(asked: Asked, period: TrafficPeriod, today: LocalDate): Chosen<Comparison> {
  const { compareFrom: from = "", compareTo: to = "", compare } = asked;
  const byName = (name: Comparison) => ({ period: COMPARED[name](period), name, refusal: null, isCut: false });
  if (asked.compareFrom === undefined && asked.compareTo === undefined) return byName(compare);
  // Fields that were emptied ask for what is compared with where nothing is said.
  if (!from && !to) return byName("before");
  if (asked.sent === standingDays(from, to)) return byName(compare);
  const read = readPeriod(from, to);
  if (!read.ok) return { ...byName("before"), refusal: read.refusal };
  const name = COMPARISONS.find((one) => isSamePeriod(read.value, COMPARED[one](period)));
  return name ? byName(name) : { ...cutAt(read.value, today), name: null, refusal: null };
}

/** Reads the address of the review and of the pages behind it. */
export function readAddress(params: SearchParams, now: Instant): TrafficAddress {
  const asked = address.parse(params);
  const today = dayOf(now);
  const days = readDays(asked, today);
  const compared = readComparison(asked, days.period, today);
  const isCut = days.isCut || compared.isCut;
  return {
    question: {
      period: days.period,
      comparison: compared.period,
      measure: asked.measure,
      corridor: asked.corridor ? parseCorridor(asked.corridor) : null,
      service: asked.measure === "deals" ? null : (asked.service ?? null),
      hasPayment: asked.measure === "deals" || asked.payment !== "out",
    },
    preset: days.name,
    comparison: compared.name,
    refusal: days.refusal,
    comparisonRefusal: compared.refusal,
    isCut,
    fields: {
      from: days.refusal ? (asked.from ?? "") : days.period.from,
      to: days.refusal ? (asked.to ?? "") : days.period.to,
      compareFrom: compared.refusal ? (asked.compareFrom ?? "") : compared.period.from,
      compareTo: compared.refusal ? (asked.compareTo ?? "") : compared.period.to,
    },
    isSent: asked.sent !== undefined && days.refusal === null && compared.refusal === null && !isCut,
    isRecount: asked.check === "1",
  };
}

/** What the form sends beside its fields, so that what nobody changed stays what it was. */
export function keptByForm({ question, preset, comparison }: TrafficAddress): Record<string, string> {
  const { from, to } = question.comparison;
  return {
    sent: comparison === null ? "1" : standingDays(from, to),
    ...(question.measure === "orders" ? {} : { measure: question.measure }),
    ...(preset && preset !== "90d" ? { period: preset } : {}),
    ...(comparison === "year" ? { compare: comparison } : {}),
  };
}

export type AddressChange = {
  readonly measure?: TrafficMeasure;
  readonly preset?: Preset;
  readonly period?: TrafficPeriod;
  readonly comparison?: Comparison;
  readonly corridor?: string | null;
  readonly service?: string | null;
  readonly hasPayment?: boolean;
  readonly more?: Readonly<Record<string, string>>;
};

/** A new period starts from its own comparison, not from days that were chosen for another one. */
function comparisonAfter({ comparison }: TrafficAddress, change: AddressChange): Comparison | null {
  if (change.comparison) return change.comparison;
  return comparison ?? (change.period || change.preset ? "before" : null);
}

/** The query string of the same view with something changed. */
export function addressWith(address: TrafficAddress, change: AddressChange = {}): string {
  const { question, preset } = address;
  const params = new URLSearchParams();
  const measure = change.measure ?? question.measure;
  if (measure !== "orders") params.set("measure", measure);
  const kept = change.period ? null : (change.preset ?? preset);
  const days = change.period ?? question.period;
  if (kept === null) {
    params.set("from", days.from);
    params.set("to", days.to);
  } else if (kept !== "90d") params.set("period", kept);
  const comparison = comparisonAfter(address, change);
  if (comparison === null) {
    params.set("compareFrom", question.comparison.from);
    params.set("compareTo", question.comparison.to);
  } else if (comparison !== "before") params.set("compare", comparison);
  const corridor = change.corridor === undefined ? question.corridor : change.corridor;
  if (corridor) params.set("corridor", corridor);
  const service = change.service === undefined ? question.service : change.service;
  if (service) params.set("service", service);
  if (!(change.hasPayment ?? question.hasPayment)) params.set("payment", "out");
  for (const [name, value] of Object.entries(change.more ?? {})) params.set(name, value);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
