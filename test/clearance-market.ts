import { dutyRates } from "../db/schema/customs-rates";
import { dutyRate } from "../domain/tariff/duty-example";
import type { DutyRate } from "../domain/tariff/duty-rate";
import { instant, toIso } from "../domain/shared/time";
import { money } from "../domain/shared/money";
import { draftDeclaration } from "../server/clearance/draft-declaration";
import { reportMilestone } from "../server/orders/report-milestone";
import { done } from "./bidding-market";
import { doAs, type HeldBid, heldTo, twoLines } from "./held-order";
import { DECLARED, EARLY, orderMarket } from "./order-market";

const MINUTE_MS = 60_000;

export const IMPORT = {
  side: "import",
  importerOfRecord: { name: "Almaty Machine Trade LLP", country: "KZ", taxId: "990140000126" },
};

/** A transit whose request names the country that its goods pass. */
export const passing = (country: string) => ({
  side: "transit",
  transit: {
    ...{ country, departureOffice: "10720010", destinationOffice: "10130000", isOfficeRight: true },
    ...{ declarant: "broker", guarantee: "general", guarantor: "Horgos Guarantee" },
  },
});

const RATES: readonly DutyRate[] = [
  dutyRate({ hsPrefix: "85", rateBps: 500 }),
  dutyRate({ charge: "excise", rateBps: 0 }),
  dutyRate({ charge: "vat", rateBps: 1_600 }),
  dutyRate({ charge: "fee", method: "fixed", rateBps: null, unitPrice: money(2_000_000n, "KZT") }),
];

export const tenge = (minor: number) => ({ minor, currency: "KZT" });

/** Two lines of 7,400,000 and 3,700,000 tenge; the market has no rate of duty for the second. */
export const LINES = [
  { line: 1, hsCode: "8504409000", customsValue: tenge(740_000_000) },
  { line: 2, hsCode: "8414900000", customsValue: tenge(370_000_000) },
];

/** What the customs asked for: a higher duty on the first line than the rates say. */
export const ASSESSED = {
  lines: [
    { line: 1, duty: tenge(44_400_000), excise: tenge(0), vat: tenge(125_504_000) },
    { line: 2, duty: tenge(18_500_000), excise: tenge(0), vat: tenge(62_160_000) },
  ],
  fee: tenge(2_000_000),
};

/** An order for customs to Kazakhstan whose papers have been asked for; what happens, happens a minute after what was before. */
export async function clearanceMarket(
  spec: object = IMPORT,
  services: readonly ("customs" | "logistics")[] = ["customs"],
  bid: HeldBid = {},
) {
  const market = await orderMarket({ services: [...services].sort() as never });
  const { database, orders, now, wait } = market;
  const orderId = orders.customs ?? "";
  await heldTo(database, orderId, { spec, ...bid });
  await twoLines(database);
  await database.write(async (tx) => {
    const rows = RATES.map(({ unitPrice, valueFromMinor, ...rate }, at) => ({
      ...{ ...rate, id: `rate-${at}`, valueFromMinor, enteredByUserId: null, enteredAt: null },
      ...{ unitPriceMinor: unitPrice?.minor ?? null, unitPriceCurrency: unitPrice?.currency ?? null },
    }));
    await tx.delete(dutyRates);
    await tx.insert(dutyRates).values(rows as (typeof dutyRates.$inferInsert)[]);
  });
  const run = doAs(market);
  const at = () => {
    wait(MINUTE_MS);
    return toIso(instant(now()));
  };
  const report = async (code: string) =>
    done(
      await run("timur", reportMilestone, {
        orderId,
        code,
        occurredAt: at(),
        ...EARLY,
        ...(code === "filed" ? DECLARED : {}),
      }),
    );
  await report("documents_requested");
  const draft = async (more: object = {}) =>
    done(await run("timur", draftDeclaration, { orderId, side: "import", lines: LINES, ...more })).id;
  return { ...market, orderId, run, at, report, draft };
}
