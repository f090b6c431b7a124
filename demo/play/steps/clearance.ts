import { findDeal } from "../../../db/repositories/deals";
import { findOrder } from "../../../db/repositories/orders";
import { enterDocument } from "@/server/documents/enter-document";
import { findDeclaration } from "../../../db/repositories/declarations";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { addDays, dayOf } from "../../../domain/shared/time";
import { basisPointsOf, money } from "../../../domain/shared/money";
import { toWireMoney } from "../../../domain/shared/wire-fields";
import { answerQuestion, askQuestion } from "@/server/clearance/questions";
import { approveDraft, sendBackDraft } from "@/server/clearance/review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "@/server/clearance/acts";
import { draftDeclaration, reviseDeclaration } from "@/server/clearance/draft-declaration";
import { statedValues } from "../../plan/delivery-terms";
import { codeIn } from "../../plan/market-data";
import { dutiesOn, originPaperOf } from "../../plan/landed-cost";
import { consigneeOf, enteredPapers, headOf, sellersPapersOf, waybillOf } from "../enter-papers";
import { goodsOf } from "../offer-on";
import type { OrderHand } from "./order-steps";
import type { DocumentKind } from "@/domain/services/document-kind";
import { cargoTotals } from "../../../domain/deals/deal";
import { makePack } from "@/server/documents/make-pack";
import { nameDeliverable } from "@/server/documents/name-deliverable";
import { numberFiled } from "../../plan/registered-numbers";
import { pictureOf, sendPicture } from "./inspections";

type Side = "export" | "import";
type Line = { readonly value: { readonly minor: number } };

/** In what each side's customs reckon. */
const SIDES = { export: { country: "CN", currency: "CNY" }, import: { country: "VN", currency: "VND" } } as const;

/** When a draft is written, and how many times the value of the invoice it states. */
type Drafted = { readonly hours: number; readonly times?: number };

/** Goods in the invoice's currency, as each side's customs know them and reckon them by the market's rates of that day. */
async function linesOf(order: OrderHand, side: Side, { hours, times = 1 }: Drafted) {
  const { country, currency } = SIDES[side];
  const { deal } = order;
  const { rule } = deal.deal.incoterm as { rule: IncotermRule };
  const yuan = Number(await order.rate(hours, "USD", "CNY"));
  // For a US cent so many fen, or dong, which have no minor unit.
  const perCent = side === "export" ? yuan : (yuan * Number(await order.rate(hours, "CNY", "VND"))) / 100;
  const values = (deal.deal.cargo as Line[]).map(({ value }) => value.minor);
  return statedValues({ rule, values, byBorder: deal.byBorder }, side).map((stated, at) => {
    const minor = Math.round(stated * times * perCent);
    return { line: at + 1, hsCode: codeIn(deal.movement.cargo, country), customsValue: { minor, currency } };
  });
}

/** The certificate of origin of what comes in free of duty, as the buyer has it before the declaration is drafted. */
async function enterOrigin(order: OrderHand, hours: number): Promise<void> {
  const kind = originPaperOf(order.deal.movement);
  if (!kind) return;
  const { read } = order.scenery.stage.database;
  const dealId = (await findOrder(read, order.id))?.dealId;
  const deal = dealId ? await findDeal(read, dealId) : null;
  if (!deal) throw new Error("The demo's deal is gone");
  const known = await enteredPapers(read, deal.id);
  const head = headOf(kind, deal, { at: order.scenery.at(hours), known });
  const hsCodes = [...new Set(deal.cargo.map(({ hsCode }) => hsCode))];
  const paper = { ...head, fields: { validUntil: addDays(head.date, 364), hsCodes } };
  await order.does("buyer", hours, [enterDocument, { dealId, ...paper }]);
}

/** A declaration of one side, moved on from hour to hour. */
export class DeclarationHand {
  private constructor(
    private readonly order: OrderHand,
    private readonly id: string,
    private readonly drafted: Drafted & { readonly side: Side },
  ) {}

  static async draft(
    order: OrderHand,
    side: Side,
    hours: number,
    { remarks = "", times = 1 } = {},
  ): Promise<DeclarationHand> {
    if (side === "import") await enterOrigin(order, hours);
    const input = { orderId: order.id, side, lines: await linesOf(order, side, { hours, times }), remarks };
    const { id } = await order.does("provider", hours, [draftDeclaration, input]);
    return new DeclarationHand(order, id, { side, hours });
  }

  private act(hours: number, more: object = {}) {
    return { declarationId: this.id, occurredAt: this.order.at(hours), ...more };
  }

  sendBack(hours: number, words: string) {
    return this.order.does("buyer", hours, [sendBackDraft, { declarationId: this.id, words }]);
  }

  /** Corrects the value to that of the invoice, by the rate of its draft. */
  async revise(hours: number, remarks: string) {
    const { side, hours: draftedAt } = this.drafted;
    const lines = await linesOf(this.order, side, { hours: draftedAt });
    const input = { declarationId: this.id, lines, remarks };
    return this.order.does("provider", hours, [reviseDeclaration, input]);
  }

  approve(hours: number) {
    return this.order.does("buyer", hours, [approveDraft, { declarationId: this.id }]);
  }

  file(hours: number) {
    const { deal, scenery } = this.order;
    const number = numberFiled(deal, { side: this.drafted.side, at: scenery.at(hours) });
    return this.order.does("provider", hours, [fileDeclaration, this.act(hours, { number })]);
  }

  question(hours: number, asked: { readonly question: string; readonly until: number }) {
    const { question, until } = asked;
    const input = this.act(hours, { question, answersBy: "buyer", answerBy: this.order.at(until) });
    return this.order.does("provider", hours, [askQuestion, input]);
  }

  answer(hours: number, answer: string) {
    return this.order.does("buyer", hours, [answerQuestion, { declarationId: this.id, answer }]);
  }

  /** The customs take duty and tax by the tariff of that day; what comes with its certificate from or to ASEAN is free of duty. */
  async assess(hours: number) {
    const { deal, scenery } = this.order;
    const found = await findDeclaration(scenery.stage.database.read, this.id);
    if (!found) throw new Error("The demo's declaration is gone");
    const { cargo } = deal.movement;
    const { country } = SIDES[this.drafted.side];
    const goods = { country, cargo, ...goodsOf(deal), day: dayOf(scenery.at(hours)) };
    const { dutyBps, vatBps } = dutiesOn(scenery.market, goods);
    const of = { dutyBps: originPaperOf(deal.movement) ? 0 : dutyBps, vatBps };
    const share = (value: bigint, bps: number) => toWireMoney(basisPointsOf(money(value, found.currency), bps));
    const lines = found.lines.map(({ line, valueMinor }) => {
      const value = BigInt(valueMinor);
      const duty = share(value, of.dutyBps);
      return { line, duty, excise: share(0n, 0), vat: share(value + BigInt(duty.minor), of.vatBps) };
    });
    const fee = toWireMoney(money(found.currency === "VND" ? 20_000n : 0n, found.currency));
    return this.order.does("provider", hours, [assessDuties, this.act(hours, { lines, fee })]);
  }

  pay(hours: number, receipt: string) {
    return this.order.does("provider", hours, [payDuties, this.act(hours, { receipt })]);
  }

  release(hours: number) {
    return this.order.does("provider", hours, [recordAct, this.act(hours, { act: "release" })]);
  }
}

type Entered = {
  readonly dealId: string;
  /** When contract, invoice and packing list are typed in, when the waybill is, and, where nobody of the market declares the export, when its declaration is. */
  readonly trade: number;
  readonly waybill: number;
  readonly exported?: { readonly at: number; readonly hsCode: string };
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
  const { at, hsCode } = exported;
  const lines = deal.cargo.map(({ description }) => ({ hsCode, description }));
  const fields = { supervisionMode: "0110", packages, grossWeightGrams, value: toWireMoney(deal.goodsValue), lines };
  const declaredAt = scenery.at(at);
  const number = numberFiled(order.deal, { side: "export", at: declaredAt });
  await enter(at, { kind: "export_declaration", number, date: dayOf(declaredAt), fields });
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
