import { expect, test } from "vitest";
import type { BidContent } from "@/domain/bidding/bid";
import type { PricedLine } from "@/domain/bidding/price-charges";
import { REMARKS_MAX } from "@/domain/bidding/bid-form-limits";
import { CHARGE_CODES, CHARGE_LINES_MAX } from "@/domain/services/charge";
import { RATE_BPS_MAX } from "@/domain/shared/parse-scaled";
import { KYC_DOCUMENTS } from "@/domain/services/payment/choices";
import { paymentTermsSchema } from "@/domain/services/payment/schema";
import { paymentTermsFields } from "@/domain/services/payment/terms";
import { MINOR_MAX } from "@/domain/shared/money";
import { fitsPadding } from "./envelope";

const MOST = MINOR_MAX.toString();
/** Three bytes a letter, the most that one UTF-16 unit takes. */
const letters = (count: number): string => "汇".repeat(count);

/** Every member at its longest. */
const FULLEST = {
  channel: "third_country_agent",
  fallbackChannel: "local_rmb_clearing",
  licenceNumber: letters(60),
  licenceCountry: "KZ",
  midSource: letters(80),
  midRate: "999999999999.9999999999",
  midBase: "KZT",
  midAt: "2026-11-24T02:00:00.000Z",
  lockMinutes: 1_440,
  expiresAt: "2026-11-25T02:00:00.000Z",
  hoursToPayout: 720,
  hoursToPayoutP90: 720,
  amountMax: { minor: Number(MINOR_MAX), currency: "KZT" },
  returnCostBorneBy: "provider",
  returnDays: 180,
  escrowRelease: "on_joint_instruction",
  reportFrequency: "per_payment",
  kycDocuments: [...KYC_DOCUMENTS],
};

const LINE: PricedLine = {
  code: "LCO",
  basis: "percent_of_amount_per_quarter",
  unitPriceMinor: null,
  rateBps: RATE_BPS_MAX,
  minimumMinor: MOST,
  quantityMilli: null,
  amountMinor: MOST,
  isPassThrough: false,
  note: "",
};

const rate = (base: "USD" | "CNY", quote: "CNY" | "KZT") =>
  ({
    base,
    quote,
    rate: "999999999999.9999999999",
    day: "2026-11-24",
    source: letters(80),
  }) as BidContent["rates"][number];

const contentWith = (terms: unknown, remarks: string): BidContent => ({
  currency: "KZT",
  lines: Array.from({ length: CHARGE_LINES_MAX }, () => LINE),
  totalMinor: MOST,
  rates: [rate("USD", "CNY"), rate("CNY", "KZT")],
  transitDays: { min: 365, max: 365 },
  validUntil: 4_102_444_800_000,
  exclusions: [...CHARGE_CODES],
  terms,
  remarks,
});

test("the fullest terms of a payment fit a sealed bid beside forty lines and remarks of every letter allowed", () => {
  expect(Object.keys(FULLEST).sort()).toEqual(paymentTermsFields.map(({ member }) => member).sort());
  expect(paymentTermsSchema.safeParse(FULLEST).success).toBe(true);
  expect(fitsPadding(JSON.stringify(contentWith(FULLEST, letters(REMARKS_MAX))))).toBe(true);
});

test("the block is not so large that nothing could overflow it", () => {
  expect(fitsPadding(JSON.stringify(contentWith(FULLEST, letters(REMARKS_MAX * 3))))).toBe(false);
});
