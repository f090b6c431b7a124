import type { DocumentKind } from "@/domain/services/document-kind";
import { findDeal } from "../../../db/repositories/deals";
import { cargoTotals } from "../../../domain/deals/cargo";
import { dayOf } from "../../../domain/shared/local-date";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { enterDocument } from "@/server/documents/enter-document";
import { papersOf } from "../enter-papers";
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
  /** Certificates that the goods need, with the letters of their numbers: typed in with the contract. */
  readonly certificates?: Readonly<Partial<Record<DocumentKind, string>>>;
};

/** What travels with the goods is typed in before they come to the border: by the buyer, and the waybill by the carrier. */
export async function enterTravelPapers(
  order: OrderHand,
  { dealId, trade, waybill, exported, certificates = {} }: Entered,
) {
  const { scenery } = order;
  const deal = await findDeal(scenery.stage.database.read, dealId);
  if (!deal) throw new Error("The demo types in papers of a deal that nobody posted");
  const { packages, grossWeightGrams } = cargoTotals(deal.cargo);
  const enterAs = (side: "buyer" | "provider", hours: number, paper: object) =>
    order.does(side, hours, [enterDocument, { dealId, ...paper }]);
  const enter = (hours: number, paper: object) => enterAs("buyer", hours, paper);
  const contract = { kind: "sales_contract", number: `SC-${deal.reference.slice(3)}`, date: dayOf(deal.createdAt) };
  await enter(trade, { ...contract, fields: {} });
  const papersAt = (hours: number) => papersOf(deal, scenery.at(hours), grossWeightGrams);
  for (const paper of papersAt(trade).slice(0, 2)) await enter(trade, paper);
  const hsCodes = [...new Set(deal.cargo.map(({ hsCode }) => hsCode))];
  for (const [kind, letters] of Object.entries(certificates)) {
    const number = `${letters}-${deal.reference.slice(3)}`;
    await enter(trade, { kind, number, date: dayOf(scenery.at(trade)), fields: { hsCodes } });
  }
  // The carrier signs its waybill.
  for (const paper of papersAt(waybill).slice(2)) await enterAs("provider", waybill, paper);
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
