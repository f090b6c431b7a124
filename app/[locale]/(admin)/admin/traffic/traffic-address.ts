import { z } from "zod";
import { parseCorridor } from "@/domain/hubs/corridor";
import { TRAFFIC_MEASURES, type TrafficMeasure } from "@/domain/hubs/traffic";
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  lastDays,
  type PeriodRefusal,
  readPeriod,
  type TrafficPeriod,
} from "@/domain/hubs/traffic-period";
import { SERVICES } from "@/domain/services/service";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, type LocalDate, monthOf } from "@/domain/shared/local-date";
import type { TrafficQuestion } from "@/server/queries/traffic";

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const PRESETS = ["30d", "90d", "12m"] as const;
export type Preset = (typeof PRESETS)[number];

/** What the address asks: never trusted, and what it says wrong falls back to 90 days of orders. */
export type TrafficAddress = {
  readonly question: TrafficQuestion;
  /** Null where the days were chosen. */
  readonly preset: Preset | null;
  readonly refusal: PeriodRefusal | null;
  readonly isRecount: boolean;
};

const one = z.string().max(80).optional().catch(undefined);
const address = z.object({
  measure: z.enum(TRAFFIC_MEASURES).catch("orders"),
  period: z.enum(PRESETS).catch("90d"),
  from: one,
  to: one,
  corridor: one,
  service: z.enum(SERVICES).optional().catch(undefined),
  payment: one,
  check: one,
});

const DAYS = { "30d": 30, "90d": 90 } as const;

/** Twelve months are whole ones, the running month with them. */
function presetPeriod(preset: Preset, today: LocalDate): TrafficPeriod {
  if (preset !== "12m") return lastDays(DAYS[preset], today);
  const month = monthOf(today);
  return { from: firstDayOf(addMonths(month, -11)), to: lastDayOf(month) };
}

export function readAddress(params: SearchParams, now: Instant): TrafficAddress {
  const read = address.parse(params);
  const isChosen = Boolean(read.from || read.to);
  const chosen = isChosen ? readPeriod(read.from ?? "", read.to ?? "") : null;
  const period = chosen?.ok ? chosen.value : presetPeriod(isChosen ? "90d" : read.period, dayOf(now));
  return {
    question: {
      period,
      measure: read.measure,
      corridor: read.corridor ? parseCorridor(read.corridor) : null,
      service: read.measure === "deals" ? null : (read.service ?? null),
      hasPayment: read.measure === "deals" || read.payment !== "out",
    },
    preset: isChosen ? null : read.period,
    refusal: chosen && !chosen.ok ? chosen.refusal : null,
    isRecount: read.check === "1",
  };
}

export type AddressChange = {
  readonly measure?: TrafficMeasure;
  readonly preset?: Preset;
  readonly period?: TrafficPeriod;
  readonly corridor?: string | null;
  readonly service?: string | null;
  readonly hasPayment?: boolean;
  readonly more?: Readonly<Record<string, string>>;
};

/** The query string of the same view with something changed. */
export function addressWith({ question, preset }: TrafficAddress, change: AddressChange = {}): string {
  const params = new URLSearchParams();
  const measure = change.measure ?? question.measure;
  if (measure !== "orders") params.set("measure", measure);
  const kept = change.period ? null : (change.preset ?? preset);
  const days = change.period ?? question.period;
  if (kept === null) {
    params.set("from", days.from);
    params.set("to", days.to);
  } else if (kept !== "90d") params.set("period", kept);
  const corridor = change.corridor === undefined ? question.corridor : change.corridor;
  if (corridor) params.set("corridor", corridor);
  const service = change.service === undefined ? question.service : change.service;
  if (service) params.set("service", service);
  if (!(change.hasPayment ?? question.hasPayment)) params.set("payment", "out");
  for (const [name, value] of Object.entries(change.more ?? {})) params.set(name, value);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
