import "server-only";
import { publishedRates } from "@/db/bring-reference";
import { differsFromShipped } from "@/db/reference/as-shipped";
import { readReference } from "@/db/reference/read-reference";
import { and, desc, eq, like, lt, or } from "drizzle-orm";
import type { Reader } from "@/db/database";
import { dutyRateOf, dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { ratesUpTo } from "@/db/repositories/exchange-rates";
import { users } from "@/db/schema/accounts";
import { dutyRates } from "@/db/schema/customs-rates";
import { type Actor, may } from "@/domain/access/policy";
import type { ShownEstimate } from "@/domain/tariff/duty-estimate";
import type { EnteredDutyRate } from "@/views/duties";
import type { DutyCharge, DutyCountry } from "@/domain/tariff/duty-rate";
import { estimateDuty, estimateWithFormE } from "@/domain/tariff/estimate-duty";
import { yearBehind } from "@/domain/tariff/find-rate";
import { dutyQuestionOf } from "@/domain/services/customs/duties";
import type { SpecOf } from "@/domain/services/registry";
import type { Service } from "@/domain/shared/vocabulary";
import type { Shipment } from "@/domain/services/kind";
import { dayOf, type Instant, instant, type LocalDate } from "@/domain/shared/time";

export const DUTY_PAGE_ROWS = 30;

/** Where the next page begins: after this row, in the list's order. */
export type DutyCursor = { readonly validFrom: LocalDate; readonly id: string };

type Asked = {
  readonly country: DutyCountry;
  readonly charge: DutyCharge | null;
  /** Leading digits: rates of these goods and of finer ones. */
  readonly hsPrefix: string;
  readonly after: DutyCursor | null;
  readonly now: Instant;
};

/** One rate a day of the same goods. */
const goodsAndDay = ({ country, charge, hsPrefix, valueFromMinor, validFrom }: typeof dutyRates.$inferInsert): string =>
  [country, charge, hsPrefix, valueFromMinor, validFrom].join(" ");

/** One country's rates with all that came before them, the latest first, a page at a time; null to all but administrators. */
export async function dutyRatesView(
  read: Reader,
  viewer: Actor,
  { country, charge, hsPrefix, after, now }: Asked,
): Promise<{ rows: EnteredDutyRate[]; next: DutyCursor | null; ratesOfYear: string | null } | null> {
  if (!may(viewer, "duties.change")) return null;
  const today = dayOf(now);
  const found = await read
    .select({ rate: dutyRates, enteredBy: users.name })
    .from(dutyRates)
    .leftJoin(users, eq(users.id, dutyRates.enteredByUserId))
    .where(
      and(
        eq(dutyRates.country, country),
        charge ? eq(dutyRates.charge, charge) : undefined,
        hsPrefix === "" ? undefined : like(dutyRates.hsPrefix, `${hsPrefix}%`),
        after
          ? or(
              lt(dutyRates.validFrom, after.validFrom),
              and(eq(dutyRates.validFrom, after.validFrom), lt(dutyRates.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(dutyRates.validFrom), desc(dutyRates.id))
    .limit(DUTY_PAGE_ROWS + 1);
  const shipped = new Map(publishedRates(readReference()).map((rate) => [goodsAndDay(rate), rate]));
  const rows = found.slice(0, DUTY_PAGE_ROWS).map(({ rate, enteredBy }) => {
    const { id, enteredAt, enteredByUserId: _, ...row } = rate;
    return {
      ...dutyRateOf(row),
      ...{ id, enteredBy, enteredAt: enteredAt === null ? null : instant(enteredAt), isFuture: row.validFrom > today },
      differsFromShipped: differsFromShipped(rate, shipped.get(goodsAndDay(rate))),
    };
  });
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > DUTY_PAGE_ROWS && last ? { validFrom: last.validFrom, id: last.id } : null,
    ratesOfYear: yearBehind(await dutyRatesUpTo(read, country, today), today),
  };
}

type OfRequest = {
  readonly service: Service;
  readonly spec: unknown;
  readonly shipment: Shipment;
  readonly now: Instant;
  /** Whether the deal has its certificate of origin Form E; not known to a reader who does not see the papers. */
  readonly hasFormE?: boolean;
};

/** The market's estimate of duty and tax by the rates of today; null for other services and where the tariff charges nothing. */
export async function dutyEstimateOf(
  read: Reader,
  { service, spec, shipment, now, hasFormE = false }: OfRequest,
): Promise<ShownEstimate | null> {
  const asked = service === "customs" ? dutyQuestionOf(spec as SpecOf<"customs">, shipment) : null;
  if (!asked) return null;
  const question = { ...asked, hasFormE };
  const { country } = question;
  const day = dayOf(now);
  const [rates, exchange] = await Promise.all([dutyRatesUpTo(read, country, day), ratesUpTo(read, day)]);
  const dated = { rates, exchange: { rates: exchange, day } };
  const result = estimateDuty(question, dated);
  const withFormE = estimateWithFormE(question, dated);
  const { incotermRule } = shipment;
  const about = { country, day, incotermRule, ratesOfYear: yearBehind(rates, day), hasFormE, withFormE };
  return result.ok
    ? { ...about, estimate: result.value, missing: null }
    : { ...about, estimate: null, missing: result.refusal };
}
