import { findDeal } from "../../../db/repositories/deals";
import { cargoTotals } from "../../../domain/deals/cargo/cargo-totals";
import { dayOf } from "../../../domain/shared/local-date";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { enterDocument } from "@/server/documents/enter-document";
import { papersOf } from "../after/enter-papers";
import type { OrderHand } from "./stories/order-hand";

type Entered = {
  readonly dealId: string;
  /** When contract, invoice and packing list are typed in, when the waybill is, and, where nobody of the market declares the export, when its declaration is, under a number in which `#` stands for the year. */
  readonly trade: number;
  readonly waybill: number;
  readonly exported?: { readonly at: number; readonly number: string; readonly hsCode: string };
};

/** What travels with the goods is typed in before they come to the border: by the buyer, and the waybill by the carrier. */
export async function enterTravelPapers(order: OrderHand, { dealId, trade, waybill, exported }: Entered) {
  const { scenery } = order;
  const deal = await findDeal(scenery.stage.database.read, dealId);
  if (!deal) throw new Error("The demo types in papers of a deal that nobody posted");
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const enterAs = (side: "buyer" | "provider", hours: number, paper: object) =>
    order.does(side, hours, [enterDocument, { dealId, ...paper }]);
  const enter = (hours: number, paper: object) => enterAs("buyer", hours, paper);
  const contract = { kind: "sales_contract", number: `SC-${deal.reference.slice(3)}`, date: dayOf(scenery.at(trade)) };
  await enter(trade, { ...contract, fields: {} });
  const papersAt = (hours: number) => papersOf(deal, scenery.at(hours), grossWeightGrams);
  for (const paper of papersAt(trade).slice(0, 2)) await enter(trade, paper);
  // The carrier signs its waybill.
  for (const paper of papersAt(waybill).slice(2)) await enterAs("provider", waybill, paper);
  if (!exported) return;
  const { at, number, hsCode } = exported;
  const lines = deal.cargo.map(({ description }) => ({ hsCode, description }));
  const fields = { supervisionMode: "0110", packages, grossWeightGrams, value: toWireMoney(deal.goodsValue), lines };
  const day = dayOf(scenery.at(at));
  await enter(at, { kind: "export_declaration", number: number.replace("#", day.slice(0, 4)), date: day, fields });
}
