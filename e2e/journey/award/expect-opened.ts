import type { Locator } from "@playwright/test";
import { expectLines } from "../bid/expect-lines";
import type { Sent } from "../bid/send-bid";
import { expect } from "../../support/test";
import { expectSaid } from "../forms/expect-said";
import { go, type Person } from "../person";

/** The opened bid of this provider, unfolded. */
async function unfoldBid({ page }: Person, nameLatin: string): Promise<Locator> {
  const bid = page.locator("#bids details").filter({ has: page.locator("summary", { hasText: nameLatin }) });
  await bid.locator("> summary").click();
  await expect(bid.getByRole("table").first()).toBeVisible();
  return bid;
}

/** The buyer reads each opened bid as its bidder typed it: every line to the smallest unit, and everything that it promises. */
export async function expectOpened(buyer: Person, requestId: string, sent: ReadonlyMap<string, Sent>): Promise<void> {
  await go(buyer, `/requests/${requestId}`);
  for (const [nameLatin, { offer, promised }] of sent) {
    const bid = await unfoldBid(buyer, nameLatin);
    await expectLines(buyer, bid.getByRole("table").first(), offer);
    await expectSaid(bid, promised);
  }
}
