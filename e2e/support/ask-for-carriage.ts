import { DEAL_BODY } from "@/server/deals/examples";
import { BID_BODY } from "@/server/bidding/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import type { callAs } from "./call-as";
import { dayIn, instantIn } from "./days-ahead";

type Call = ReturnType<typeof callAs>;

/** Carriage of goods that somebody asks for by calls: a request that nobody bids on but the test that made it. Answers its id. */
export async function askForCarriage(call: Call, { bidding = {}, publish = true } = {}): Promise<string> {
  const dealId = await call("/deals", { ...DEAL_BODY, readyDate: dayIn(20) });
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
