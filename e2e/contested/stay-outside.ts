import type { APIRequestContext } from "@playwright/test";
import { BID_BODY } from "@/server/bidding/examples";
import { go } from "../journey/person";
import { apiKeyOf } from "../support/call-as";
import { stored } from "../support/stored";
import { expect } from "../support/test";
import { type Cast, HANDLES, expectHidden, expectUntold, look } from "./cast";
import { amountsOf, type Contest, OFFERED } from "./contest";

const bidIdsOf = (id: string): string[] =>
  stored("SELECT id FROM bids WHERE request_id = ?", id).map((bid) => String(bid.id));

/** No form of a bid on its page, and a bid that is sent past the page is refused. */
async function mayNotBid({ outsider }: Cast, request: APIRequestContext, id: string): Promise<void> {
  await expect(outsider.page.getByRole("button", { name: outsider.t("bidding.form.check") })).toHaveCount(0);
  const answer = await request.post(`/api/v1/requests/${id}/bids`, {
    data: BID_BODY,
    headers: { authorization: `Bearer ${apiKeyOf(HANDLES.outsider)}`, "idempotency-key": `outside-${id}` },
  });
  expect(answer.status(), await answer.text()).toBe(409);
  expect((await answer.json()) as { code: string }).toMatchObject({ code: "no_listing" });
}

/** Who has no part reads what has changed and why, nobody's amounts and nobody's bid; neither does the buyer, nor one bidder the other's. */
export async function stayOutside(cast: Cast, request: APIRequestContext, { reason }: Contest, id: string) {
  const { outsider, visitor, buyer, provider, rival } = cast;
  const [providers, rivals] = [amountsOf(OFFERED.provider), amountsOf(OFFERED.rival, OFFERED.revised)];
  for (const person of [outsider, visitor]) {
    const { page, t } = person;
    await go(person, `/requests/${id}`);
    await expect(page.locator("#changes").getByText(t("requests.amend.reason", { reason }))).toBeVisible();
    await look(person);
    await expectUntold(person, `/requests/${id}`, [...providers, ...rivals]);
    await expectUntold(person, `/requests/${id}/proof`, [...providers, ...rivals]);
  }
  await expect(visitor.page.getByText(visitor.t("requests.amend.signInForChanges"))).toBeVisible();
  await expect(outsider.page.getByText(outsider.t("requests.amend.signInForChanges"))).toHaveCount(0);
  await mayNotBid(cast, request, id);
  for (const person of [outsider, provider]) await expectHidden(person, `/requests/${id}/amend`);
  for (const bidId of bidIdsOf(id)) await expectHidden(outsider, `/requests/${id}/bids/${bidId}`);
  await expectUntold(buyer, `/requests/${id}`, [...providers, ...rivals]);
  await expectUntold(provider, `/requests/${id}`, rivals);
  await expectUntold(rival, `/requests/${id}`, providers);
}
