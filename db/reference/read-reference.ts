import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type TypedDutyRate, newDutyRateSchema } from "@/domain/tariff/new-duty-rate";
import {
  type BorderWait,
  type Hub,
  hubIdOf,
  hubsOf,
  type Leg,
  type Mode,
  MODES,
  monthlyWaits,
  type Place,
  PLACE_ROLES,
  type Speed,
  SPEED_CODES,
} from "@/domain/hubs/place";
import { zoneOf } from "@/domain/hubs/place-zone";
import { CURRENCIES, type Currency } from "@/domain/shared/money";
import { parseCsv } from "./parse-csv";
import type { DocumentRule } from "@/domain/documents/document-rule";
import { documentRuleSchema } from "@/domain/documents/document-rule-schema";

/** One estimate of an exchange rate, `rate` units of `quote` for one of `base`, from which a demo market walks. */
export type SeedRate = {
  readonly base: Currency;
  readonly quote: Currency;
  readonly rate: string;
  readonly source: string;
};

/** A dated rate of a country's tariff as a person would enter it; `isEstimate` where only a demo market may use it. */
export type SeedDutyRate = TypedDutyRate & { readonly isEstimate: boolean };

/** The world as shipped with the product; at each start the database is brought to it. */
export type Reference = {
  readonly places: readonly Place[];
  readonly hubs: readonly Hub[];
  readonly legs: readonly Leg[];
  readonly speeds: readonly Speed[];
  readonly waits: readonly BorderWait[];
  readonly seedRates: readonly SeedRate[];
  readonly seedDutyRates: readonly SeedDutyRate[];
};

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const number = decimal.transform(Number);
const blankAsNull = z.string().transform((text) => text || null);

const placeRow = z.object({
  id: z.string().min(1),
  unlocode: blankAsNull,
  name_en: z.string().min(1),
  name_zh: z.string().min(1),
  country: z.string().length(2),
  lat: number,
  lon: number,
  role: z.enum(PLACE_ROLES),
  hub_group: blankAsNull,
  is_border_hub: z.enum(["yes", "no"]),
  modes: z.string().transform((text) => z.array(z.enum(MODES)).parse(text.split("|"))),
  source: z.string().min(1),
});

const legRow = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  mode: z.enum(MODES),
  km: number,
  method: z.string().min(1),
  source: z.string().min(1),
});

const speedRow = z.object({ code: z.enum(SPEED_CODES), what: z.string(), value: number, source: z.string().min(1) });

const waitRow = z.object({
  hub_id: z.string().min(1),
  mode: z.enum(MODES),
  mean_hours: number,
  season: blankAsNull,
  source: z.string().min(1),
});

const seasonRow = z.record(z.string(), z.string());

const rateRow = z.object({
  base: z.enum(CURRENCIES),
  quote: z.enum(CURRENCIES),
  rate: decimal,
  source: z.string().min(1),
});

const blankAsLeftOut = z.string().transform((text) => text || undefined);

const dutyRateRow = z.object({
  country: z.string(),
  charge: z.string(),
  hs_prefix: z.string(),
  method: z.string(),
  percent: blankAsLeftOut,
  unit_price: blankAsLeftOut,
  unit_currency: blankAsLeftOut,
  unit: blankAsLeftOut,
  value_from: blankAsLeftOut,
  valid_from: z.string(),
  source: z.string().min(1),
});

function dutyRateOfRow(row: z.infer<typeof dutyRateRow>): SeedDutyRate {
  const typed = {
    ...{ country: row.country, charge: row.charge, hsPrefix: row.hs_prefix, method: row.method, percent: row.percent },
    ...{ unitPrice: row.unit_price, unitCurrency: row.unit_currency, unit: row.unit, valueFrom: row.value_from },
    ...{ validFrom: row.valid_from, source: row.source },
  };
  newDutyRateSchema.parse(typed);
  return { ...typed, isEstimate: row.source.startsWith("demo estimate") };
}

function placeOf(row: z.infer<typeof placeRow>): Place {
  const zone = zoneOf(row.id, row.country);
  if (zone === null) throw new Error(`No time zone is known for ${row.id}`);
  const place = { id: row.id, role: row.role, hubGroup: row.hub_group };
  return {
    ...place,
    unlocode: row.unlocode,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    country: row.country,
    isBorderHub: row.is_border_hub === "yes",
    hubId: hubIdOf(place),
    lat: row.lat,
    lon: row.lon,
    modes: row.modes,
    zone,
    source: row.source,
  };
}

const legOf = (row: z.infer<typeof legRow>): Leg => ({
  fromId: row.from,
  toId: row.to,
  mode: row.mode,
  km: row.km,
  source: row.source,
  isEstimate: row.method !== "published",
});

/** Files mark our own estimates with `S`, in the manner of the notes they were drawn from. */
const isOwnEstimate = (source: string): boolean => source.startsWith("S:");

const ANY_HUB = "any";

function waitsOf(rows: readonly z.infer<typeof waitRow>[], seasons: Seasons, places: readonly Place[]): BorderWait[] {
  return rows.flatMap((row) => {
    const season = row.season === null ? null : seasons.get(row.season);
    if (season === undefined) throw new Error(`No season ${row.season} for the wait at ${row.hub_id}`);
    const hours = monthlyWaits(row.mean_hours, season);
    return hubIdsOf(row, rows, places).flatMap((hubId) =>
      hours.map((value, index) => ({
        hubId,
        mode: row.mode,
        month: index + 1,
        hours: value,
        source: row.source,
        isEstimate: isOwnEstimate(row.source),
      })),
    );
  });
}

type HubMode = { readonly hub_id: string; readonly mode: Mode };

/** The hubs that a row is for; that of any hub is for those which have none of their own. */
function hubIdsOf({ hub_id: hubId, mode }: HubMode, rows: readonly HubMode[], places: readonly Place[]): string[] {
  const atBorder = places.filter((place) => place.isBorderHub && place.modes.includes(mode));
  const known = [...new Set(atBorder.flatMap((place) => place.hubId ?? []))];
  if (hubId === ANY_HUB) return known.filter((id) => !rows.some((row) => row.mode === mode && row.hub_id === id));
  if (!known.includes(hubId)) throw new Error(`A wait is given for ${hubId} by ${mode}, which no border place has`);
  return [hubId];
}

type Seasons = ReadonlyMap<string, readonly number[]>;

const seasonsOf = (rows: readonly z.infer<typeof seasonRow>[]): Seasons =>
  new Map(rows.map(({ season, ...months }) => [season ?? "", Object.values(months).map(Number)]));

/** Reads the shipped files. A malformed one is a fault of the product, so it throws. */
export function readReference(folder: string = join(process.cwd(), "db", "reference")): Reference {
  const rows = <Row extends z.ZodType>(file: string, row: Row): z.infer<Row>[] =>
    z.array(row).parse(parseCsv(readFileSync(join(folder, file), "utf8")));
  const places = rows("places.csv", placeRow).map(placeOf);
  return {
    places,
    hubs: hubsOf(places),
    legs: rows("legs.csv", legRow).map(legOf),
    speeds: rows("speeds.csv", speedRow).map(({ code, value, source }) => ({
      code,
      value,
      source,
      isEstimate: isOwnEstimate(source),
    })),
    waits: waitsOf(rows("border-waits.csv", waitRow), seasonsOf(rows("border-wait-seasons.csv", seasonRow)), places),
    seedRates: rows("seed-rates.csv", rateRow),
    seedDutyRates: rows("duty-rates.csv", dutyRateRow).map(dutyRateOfRow),
  };
}

const list = (cell = ""): string[] => (cell === "" ? [] : cell.split("|"));
const orNull = (cell = ""): string | null => (cell === "" ? null : cell);

/** The shipped rules of documents. A malformed row is a fault of the product, so it throws. */
export function readDocumentRules(folder: string = join(process.cwd(), "db", "reference")): DocumentRule[] {
  return parseCsv(readFileSync(join(folder, "document-rules.csv"), "utf8")).map((row) =>
    documentRuleSchema.parse({
      ruleId: row.rule_id,
      document: row.document,
      provider: row.provider,
      fromDay: row.from,
      toDay: orNull(row.to),
      hubs: list(row.hubs),
      directions: list(row.direction),
      modes: list(row.modes),
      hsPrefixes: list(row.hs),
      supervisionModes: list(row.supervision),
      originCountries: list(row.origin),
      destinationCountries: list(row.destination),
      transitCountries: list(row.transit),
      incoterms: list(row.incoterms),
      isForDangerousGoods: row.dangerous === "yes",
      daysAhead: Number(row.days_ahead),
      weightToleranceBps: row.weight_tolerance_bps ? Number(row.weight_tolerance_bps) : null,
      source: row.source,
      noteEn: row.note_en,
      noteZh: row.note_zh,
      noteRu: row.note_ru,
      noteVi: row.note_vi,
      noteKk: row.note_kk,
    }),
  );
}
