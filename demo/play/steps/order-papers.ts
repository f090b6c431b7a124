import type { DocumentKind } from "@/domain/services/document-kind";
import { findDeal } from "../../../db/repositories/deals";
import { cargoTotals } from "../../../domain/deals/cargo";
import { dayOf } from "../../../domain/shared/local-date";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { enterDocument } from "@/server/documents/enter-document";
import { consigneeOf, enteredPapers, headOf, sellersPapersOf, waybillOf } from "../enter-papers";
import type { OrderHand } from "./order-steps";
import { makePack } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { pictureOf, sendPicture } from "./pictures";

type Entered = {
  readonly dealId: string;
  /** When contract, invoice and packing list are typed in, when the waybill is, and, where nobody of the market declares the export, when its declaration is, under a number in which `#` stands for the year. */
  readonly trade: number;
  readonly waybill: number;
  readonly exported?: { readonly at: number; readonly number: string; readonly hsCode: string };
  /** Certificates that the goods need: typed in with the contract. */
  readonly certificates?: readonly DocumentKind[];
};

/** What travels with the goods is typed in before they come to the border: by the buyer, and the waybill by the carrier. */
export async function enterTravelPapers(
  order: OrderHand,
  { dealId, trade, waybill, exported, certificates = [] }: Entered,
) {
  const { scenery } = order;
  const deal = await findDeal(scenery.stage.database.read, dealId);
  if (!deal) throw new Error("The demo types in papers of a deal that nobody posted");
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const enterAs = (side: "buyer" | "provider", hours: number, paper: object) =>
    order.does(side, hours, [enterDocument, { dealId, ...paper }]);
  const enter = (hours: number, paper: object) => enterAs("buyer", hours, paper);
  const { read } = scenery.stage.database;
  const typedAt = async (hours: number) => ({ at: scenery.at(hours), known: await enteredPapers(read, dealId) });
  await enter(trade, { ...headOf("sales_contract", deal, await typedAt(trade)), fields: {} });
  for (const paper of sellersPapersOf(deal, await typedAt(trade))) await enter(trade, paper);
  const hsCodes = [...new Set(deal.cargo.map(({ hsCode }) => hsCode))];
  for (const kind of certificates)
    await enter(trade, { ...headOf(kind, deal, await typedAt(trade)), fields: { hsCodes } });
  // The carrier signs its waybill.
  const signed = await waybillOf(read, deal, {
    at: scenery.at(waybill),
    grams: grossWeightGrams,
    consignee: consigneeOf(order.deal),
  });
  await enterAs("provider", waybill, signed);
  if (!exported) return;
  const { at, number, hsCode } = exported;
  const lines = deal.cargo.map(({ description }) => ({ hsCode, description }));
  const fields = { supervisionMode: "0110", packages, grossWeightGrams, value: toWireMoney(deal.goodsValue), lines };
  const day = dayOf(scenery.at(at));
  await enter(at, { kind: "export_declaration", number: number.replace("#", day.slice(0, 4)), date: day, fields });
}

type Deliverable = { readonly code: string; readonly name: string; readonly number: number };

const AT_HANOI = { north: "21/1 1/1 4200/100", east: "105/1 51/1 1500/100" };

/** The carrier hands papers over as photographs and says which of the order's deliverables each is. */
export async function handOver(order: OrderHand, hours: number, deliverables: readonly Deliverable[]): Promise<void> {
  const { scenery, provider: actor } = order;
  const at = scenery.at(hours);
  for (const { code, name, number } of deliverables) {
    const content = await pictureOf(number, {
      about: code === "seal_photos" ? "doors_sealed" : "paper",
      at,
      place: AT_HANOI,
    });
    const subject = { kind: "order", id: order.id } as const;
    const fileId = await sendPicture(scenery.stage, { at, actor, subject, name, content });
    await order.does("provider", hours, [nameDeliverable, { orderId: order.id, fileId, code }]);
  }
}

/** Everything of the order put together, with its list of hashes. */
export const pack = (order: OrderHand, who: "buyer" | "provider", hours: number) =>
  order.does(who, hours, [makePack, { orderId: order.id }]);
