import type { Translate } from "@/server/platform/translate";
import { minuteIn } from "../support/days-ahead";
import type { Lane } from "./lane";
import { PAID_MINOR, QUARTERS } from "./asked";
import { type Line, type Offer, linesIn, priceIn, share } from "./offer";

type Paying = Pick<Offer, "currency" | "lines" | "terms">;

const ONE = 10;

/** What a bank charges for a credit, where one is asked for. */
function creditLines({ payment, mark }: Lane, bps: number, amendmentUnits: number): Line[] {
  if (payment !== "credit") return [];
  const [{ onUse }, price] = [linesIn("CNY"), priceIn("CNY", mark)];
  return [
    share({ code: "LCO", basis: "percent_of_amount_per_quarter", bps, of: PAID_MINOR * BigInt(QUARTERS) }),
    onUse({ code: "LCA", basis: "amendment", minor: price(amendmentUnits, 2) }),
  ];
}

/** By CIPS where the seller gets yuan, else by a bank of its region; the rate locked for the four hours that were wished for. */
export function newcomersPaying(lane: Lane, t: Translate): Paying {
  const { mark, direction } = lane;
  const [{ each }, price] = [linesIn("CNY"), priceIn("CNY", mark)];
  return {
    currency: "CNY",
    lines: [
      share({ code: "FXS", basis: "bps_of_amount", bps: 30 + mark, of: PAID_MINOR }),
      ...creditLines(lane, 45, 1_044_319),
      each({ code: "PAY", basis: "payout", minor: price(1_271_938, 14) }, ONE),
      each({ code: "KYC", basis: "organisation", minor: price(1_093_774, 8) }, ONE),
    ],
    terms: {
      typed: {
        channel: direction === "export" ? "cips" : "regional_bank",
        fallbackChannel: "correspondent",
        lockMinutes: "240",
        expiresAt: minuteIn(8),
        midSource: "China Foreign Exchange Trade System, 09:15",
        hoursToPayout: "6",
        hoursToPayoutP90: "26",
        amountMaxCurrency: "CNY",
        amountMax: "99,000,000.50",
        reportFrequency: "weekly",
        returnCostBorneBy: "provider",
        returnDays: "5",
        kycDocuments: ["registration", "trade_proof"],
        licenceNumber: `PBC-${mark}3391`,
        licenceCountry: "CN",
      },
      saidAs: { lockMinutes: t("services.duration.hours", { n: 4 }) },
    },
  };
}

/** By a correspondent bank, the rate locked for a quarter of an hour. */
export function rivalsPaying(lane: Lane, t: Translate): Paying {
  const { mark } = lane;
  const [{ each }, price] = [linesIn("CNY"), priceIn("CNY", mark)];
  return {
    currency: "CNY",
    lines: [
      share({ code: "FXS", basis: "bps_of_amount", bps: 20 + mark, of: PAID_MINOR }),
      ...creditLines(lane, 38, 1_217_683),
      each({ code: "PAY", basis: "payout", minor: price(1_186_229, 10) }, ONE),
      each({ code: "KYC", basis: "organisation", minor: price(1_329_481, 4) }, ONE),
    ],
    terms: {
      typed: {
        channel: "correspondent",
        lockMinutes: "15",
        expiresAt: minuteIn(9),
        hoursToPayout: "11",
        returnCostBorneBy: "payer",
        licenceCountry: "CN",
      },
      saidAs: { lockMinutes: t("services.duration.minutes", { n: 15 }) },
    },
  };
}
