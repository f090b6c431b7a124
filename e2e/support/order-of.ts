import type { APIRequestContext } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { RIVAL } from "../journey/cast";
import { callAs } from "./call-as";
import { stored } from "./stored";

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

type Asked = {
  readonly service: string;
  readonly spec: object;
  readonly charges: readonly object[];
  readonly terms: object;
  /** Who does what the rival, which is of China, cannot do itself. */
  readonly subcontractors?: readonly object[];
};

/** An order that the rival carries out for the buyer, made by calls. */
export async function orderOf(
  request: APIRequestContext,
  { service, spec, charges, terms, subcontractors = [] }: Asked,
): Promise<string> {
  const buyer = callAs(request, "buyer");
  const rival = callAs(request, RIVAL);
  const dealId = await buyer("/deals", { ...DEAL_BODY, readyDate: inDays(20).slice(0, 10) });
  const bidding = { ...REQUEST_BODY.bidding, closesAt: inDays(4), decideBy: inDays(9), mayCloseEarly: true };
  const id = await buyer("/requests", { dealId, service, spec, bidding, publish: true });
  const bidId = await rival(`/requests/${id}/bids`, {
    ...{ ...BID_BODY, charges, terms, subcontractors },
    validUntil: inDays(30),
  });
  await buyer(`/requests/${id}/close`, {});
  await buyer(`/requests/${id}/award`, { bids: [{ bidId }] });
  const [row] = stored("SELECT id FROM orders WHERE request_id = ?", id);
  return row?.id as string;
}
