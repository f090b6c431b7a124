import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import type { callAs } from "./call-as";
import { dayIn, instantIn } from "./days-ahead";
import type { Page } from "@playwright/test";
import { translator } from "@/server/platform/translate";

type Call = ReturnType<typeof callAs>;

/** Carriage of goods that somebody asks for by calls: a request that nobody bids on but the test that made it. Answers its id. */
export async function askForCarriage(call: Call, { bidding = {}, publish = true, deal = {} } = {}): Promise<string> {
  const dealId = await call("/deals", { ...DEAL_BODY, readyDate: dayIn(20), ...deal });
  return call("/requests", {
    ...REQUEST_BODY,
    dealId,
    service: "logistics",
    spec: { equipment: "tilt_136", pickupFrom: dayIn(21), pickupTo: dayIn(22) },
    bidding: { ...REQUEST_BODY.bidding, closesAt: instantIn(5), decideBy: instantIn(9), ...bidding },
    publish,
  });
}

/** A bid on such a request, one price a truck. */
export const bidOnCarriage = (call: Call, requestId: string): Promise<string> =>
  call(`/requests/${requestId}/bids`, {
    ...BID_BODY,
    charges: [{ code: "OFT", basis: "truck", unitPrice: { minor: 1_850_000, currency: "CNY" } }],
    validUntil: instantIn(30),
  });

/** Opens the first request of the desk that asks for a bid, and not to confirm one, to answer or to mend papers. */
export async function openForBid(page: Page, locale: string): Promise<void> {
  const t = translator(locale);
  const others = new RegExp(["confirm", "answer", "cure"].map((act) => t(`bidding.desk.act.${act}`)).join("|"));
  const link = page.locator('a[href*="/desk?request="]').filter({ hasNotText: others }).first();
  await page.goto((await link.getAttribute("href")) ?? "");
}
