import { expect, test } from "vitest";
import type { Actor } from "@/domain/access/policy";
import type { Offer } from "@/domain/bidding/bid";
import { offerSchema } from "@/domain/bidding/offer/offer-schema";
import { later, toIso } from "@/domain/shared/time";
import { biddingMarket, CLOSES, DECIDES, done, offerOfThree } from "@/test/bidding-market";
import { PAYMENT } from "@/test/payment-market";
import { createRequest } from "../requests/create-request";
import { checkOffer } from "./pricing";

type Market = Awaited<ReturnType<typeof biddingMarket>>;

async function check(of: Market, more: object = {}, by: Actor = of.actors.provider, requestId = of.requestId) {
  const { isUnfinished = false, ...said } = more as { isUnfinished?: boolean };
  const offer = offerSchema.parse({ ...offerOfThree(), ...said }) as Offer;
  const checked = await checkOffer(of.database.read, by, { requestId, offer, now: of.on.clock(), isUnfinished });
  return checked.ok ? "fine" : checked.refusal.code;
}

test("an offer is checked as it is taken: held until the time to decide, and with every gate answered once it is finished", async () => {
  const of = await biddingMarket({ gates: [{ question: "Own trucks?", mustBe: "yes" }] });
  const gateAnswers = [{ gate: 0, answer: "yes" }];
  expect(await check(of, { gateAnswers, validUntil: toIso(DECIDES) })).toBe("fine");
  for (const until of [later(DECIDES, -1), CLOSES])
    expect(await check(of, { gateAnswers, validUntil: toIso(until) })).toBe("validity_too_short");
  expect(await check(of)).toBe("gate_unanswered");
  expect(await check(of, { isUnfinished: true })).toBe("fine");
  expect(await check(of, { gateAnswers, startDate: "2026-11-23" })).toBe("starts_in_past");
});

test("an offer is checked for those who may bid, on what is published", async () => {
  const of = await biddingMarket();
  for (const nobody of [of.actors.viewer, of.actors.visitor]) expect(await check(of, {}, nobody)).toBe("not_permitted");
  const draft = {
    ...{ dealId: of.dealId, service: "payment", spec: PAYMENT, publish: false },
    bidding: { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" },
  };
  const { id } = done(await of.run(createRequest, of.actors.buyer, draft));
  for (const by of [of.actors.buyer, of.actors.provider]) expect(await check(of, {}, by, id)).toBe("not_found");
});
