import { expect, test } from "vitest";
import { REMARKS_MAX } from "@/domain/bidding/bid-form-limits";
import { CHARGE_LINES_MAX } from "@/domain/services/charge";
import { HS_REFERENCE_MAX } from "@/domain/services/customs/choices";
import { customsTermsSchema, HS_OPINIONS_MAX } from "@/domain/services/customs/schema";
import { biddingMarket, offerOfThree, refusalOf } from "@/test/bidding-market";
import { submitBid } from "./submit-bid";

// A Chinese character takes three bytes, more than any other letter that people write terms in.
const text = (length: number) => "税".repeat(length);

const opinions = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      String(at + 100),
      {
        hsCode: "8504.40.91.19",
        dutyBps: 100_000,
        vatBps: 100_000,
        confidence: "medium",
        reference: text(HS_REFERENCE_MAX),
      },
    ]),
  );

const WORST = {
  licenceNumber: text(60),
  clearancePost: text(120),
  declarantRole: "representative",
  hoursToFile: 720,
  hoursToRelease: 720,
  hoursToReleaseP90: 720,
  dutyPaidBy: "client_account",
  finesBorneBy: "who_caused_it",
  hsOpinions: opinions(HS_OPINIONS_MAX),
};

test("the longest terms of customs fit the sealed block beside the longest remarks and all charge lines", async () => {
  const of = await biddingMarket();
  expect(customsTermsSchema.safeParse(WORST).success).toBe(true);
  const offer = offerOfThree();
  const line = { code: "EXD", basis: "declaration", unitPrice: { minor: 99_999_999_999, currency: "CNY" } };
  const input = {
    requestId: of.requestId,
    ...offer,
    charges: Array.from({ length: CHARGE_LINES_MAX }, () => line),
    terms: WORST,
    remarks: text(REMARKS_MAX),
  };
  expect(refusalOf(await of.run(submitBid, of.actors.provider, input))).toBe("done");
});

test("one opinion more is refused", () => {
  expect(customsTermsSchema.safeParse({ hsOpinions: opinions(HS_OPINIONS_MAX + 1) }).success).toBe(false);
});

test("a price in the reference of an opinion is refused like one in remarks", async () => {
  const of = await biddingMarket();
  const terms = { hsOpinions: { 1: { hsCode: "850440", reference: "plus 500 CNY" } } };
  const outcome = await of.run(submitBid, of.actors.provider, { requestId: of.requestId, ...offerOfThree(), terms });
  expect(outcome).toMatchObject({
    kind: "malformed",
    issues: [{ path: ["terms", "hsOpinions", "1", "reference"], message: "price_in_remarks" }],
  });
});
