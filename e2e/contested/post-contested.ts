import type { APIRequestContext } from "@playwright/test";
import { DEAL_BODY } from "@/server/deals/examples";
import { REQUEST_BODY } from "@/server/requests/examples";
import { callAs } from "../support/call-as";
import { stored } from "../support/stored";
import { dayIn, instantIn } from "../support/days-ahead";
import { HANDLES } from "./cast";
import { type Contest, TRUCKS } from "./contest";

export type Posted = { readonly dealId: string; readonly id: string; readonly reference: string };

/** Carriage over a pass that no other test counts the orders of, asked for with all that a request can be contested by. */
export async function postContested(request: APIRequestContext, { goods, gate }: Contest): Promise<Posted> {
  const call = callAs(request, HANDLES.buyer);
  const dealId = await call("/deals", {
    ...DEAL_BODY,
    title: goods,
    incoterm: { rule: "DAP", place: "Osh" },
    originId: "CNKSS",
    hubId: "irkeshtam",
    destinationId: "KGOSS",
    readyDate: dayIn(20),
  });
  const id = await call("/requests", {
    dealId,
    service: "logistics",
    spec: {
      equipment: "tilt_136",
      equipmentCount: Number(TRUCKS.before),
      pickupFrom: dayIn(21),
      pickupTo: dayIn(22),
    },
    bidding: {
      ...REQUEST_BODY.bidding,
      closesAt: instantIn(4),
      decideBy: instantIn(9),
      mayCloseEarly: true,
      twoPersonOpening: true,
      negotiationRounds: 1,
      criteria: [
        { kind: "price", weight: 70 },
        { kind: "time", weight: 30 },
      ],
      gates: [{ question: gate, mustBe: "yes" }],
    },
    publish: true,
  });
  const [row] = stored("SELECT reference FROM requests WHERE id = ?", id);
  return { dealId, id, reference: String(row?.reference) };
}
