import { EXPORTER } from "../../domain/services/examples";
import { describe, expect, test } from "vitest";
import { invitedTo } from "@/db/repositories/requests";
import { dealExample } from "@/domain/deals/deal-example";
import { HOUR_MS, later, toIso } from "@/domain/shared/time";
import type { Actor } from "@/domain/access/policy";
import { biddingMarket, CLOSES, DECIDES, done, refusalOf } from "@/test/bidding-market";
import { START } from "@/test/posting-market";
import { extendDecisionOf, prolongBid } from "../award/decision-deadline";
import { rejectBids } from "../award/reject-bids";
import { createDeal } from "../deals/create-deal";
import { confirmBid } from "../bidding/confirm-bid";
import { reviseBid } from "../bidding/submit-bid";
import { withdrawBid } from "../bidding/withdraw-bid";
import { approveRequest, declineRequest } from "./publish-request";
import { cancelRequest } from "./cancel-request";
import { changeRequest, inviteProvider } from "./change-request";
import { closeRequest } from "./close-request";
import { createRequest } from "./create-request";
import { openRequest } from "./open-request";

const BIDDING = { mode: "sealed", closesAt: toIso(CLOSES), decideBy: toIso(DECIDES), currency: "CNY" };
const CUSTOMS = { side: "export", supervisionMode: "0110", ...EXPORTER };

async function market() {
  const of = await biddingMarket();
  return {
    ...of,
    post: async (by: Actor, publish = true) => {
      const { id: dealId } = done(await of.run(createDeal, by, dealExample()));
      const asked = { dealId, service: "customs", spec: CUSTOMS, bidding: BIDDING, publish };
      return done(await of.run(createRequest, by, asked)).id;
    },
  };
}

describe("the first requests of a buyer that are read before they open", () => {
  test("are counted for each buyer, and one that never opened is none of those that did", async () => {
    const of = await market();
    await of.rule("first_requests_in_review", 1);
    const { buyer, buyer2, administrator } = of.actors;
    const stateOf = async (id: string) => (await of.request(id)).state;
    // The buyer has published one already, the other has not.
    expect(await stateOf(await of.post(buyer))).toBe("open");
    const given = await of.post(buyer2, false);
    done(await of.run(cancelRequest, buyer2, { requestId: given, reason: "Not now" }));
    const declined = await of.post(buyer2);
    done(await of.run(declineRequest, administrator, { requestId: declined, reason: "Under embargo" }));
    const held = await of.post(buyer2);
    expect(await of.request(held)).toMatchObject({ state: "in_review", publishedAt: null });
    of.setClock(later(START, HOUR_MS));
    done(await of.run(approveRequest, administrator, { requestId: held }));
    expect(await of.request(held)).toMatchObject({ state: "open", publishedAt: later(START, HOUR_MS) });
    of.setClock(START);
    expect(await stateOf(await of.post(buyer2))).toBe("open");
  });
});

test("Who is invited to a draft is told nothing yet, and who is invited to one request is neither asked for nor forgotten at another.", async () => {
  const of = await market();
  const { buyer } = of.actors;
  const invited = { invitedIds: ["provider", "provider2"], visibility: "invited" };
  const [first, second] = [await of.post(buyer, false), await of.post(buyer, false)];
  const told = (await of.events()).length;
  for (const requestId of [first, second]) done(await of.run(changeRequest, buyer, { requestId, bidding: invited }));
  done(await of.run(changeRequest, buyer, { requestId: first, bidding: { invitedIds: ["provider2"] } }));
  const listed = async (id: string) => await invitedTo(of.database.read, id);
  expect([await listed(first), await listed(second)]).toEqual([["provider2"], ["provider", "provider2"]]);
  expect(
    done(await of.run(inviteProvider, buyer, { requestId: first, organisationIds: ["provider", "provider2"] })),
  ).toMatchObject({ invited: 1 });
  expect((await of.events()).length).toBe(told);
});

test("Whoever names an older version of a request or a bid changes nothing of it, whatever is asked.", async () => {
  const of = await market();
  const { id: bidId } = await of.bid();
  const { requestId } = of;
  const words = "Our engineer is ill";
  const validUntil = toIso(later(DECIDES, 9 * HOUR_MS));
  const version = (await of.request()).version - 1;
  const { buyer, provider } = of.actors;
  const said = [
    await of.run(changeRequest, buyer, { requestId, version, spec: { ...CUSTOMS, declarations: 9 }, reason: words }),
    await of.run(closeRequest, buyer, { requestId, version }),
    await of.run(openRequest, buyer, { requestId, version }),
    await of.run(cancelRequest, buyer, { requestId, version, reason: words }),
    await of.run(extendDecisionOf, buyer, { requestId, version, decideBy: validUntil, words }),
    await of.run(rejectBids, buyer, { requestId, version, code: "other", words }),
    await of.run(reviseBid, provider, { bidId, ifVersion: 2, remarks: "again" }),
    await of.run(withdrawBid, provider, { bidId, ifVersion: 2 }),
    await of.run(confirmBid, provider, { bidId, ifVersion: 2 }),
    await of.run(prolongBid, provider, { bidId, ifVersion: 2, validUntil }),
  ];
  expect(said.map(refusalOf)).toEqual(said.map(() => "stale_version"));
  expect(await of.request()).toMatchObject({ state: "open", version: version + 1, bidCount: 1 });
});
