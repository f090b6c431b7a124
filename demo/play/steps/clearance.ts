import { findDeal } from "../../../db/repositories/deals";
import { findOrder } from "../../../db/repositories/orders";
import { enterDocument } from "@/server/documents/enter-document";
import { findDeclaration } from "../../../db/repositories/declarations";
import type { IncotermRule } from "@/domain/tariff/incoterm";
import { addDays, dayOf } from "../../../domain/shared/local-date";
import { basisPointsOf, money } from "../../../domain/shared/money";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { answerQuestion } from "@/server/clearance/answer-question";
import { approveDraft, sendBackDraft } from "@/server/clearance/review-draft";
import { askQuestion } from "@/server/clearance/ask-question";
import { assessDuties } from "@/server/clearance/assess-duties";
import { draftDeclaration, reviseDeclaration } from "@/server/clearance/draft-declaration";
import { fileDeclaration } from "@/server/clearance/file-declaration";
import { payDuties } from "@/server/clearance/pay-duties";
import { recordAct } from "@/server/clearance/record-act";
import { statedValues } from "../../plan/delivery-terms";
import { codeIn } from "../../plan/market-data";
import { dutiesOn, originPaperOf } from "../../plan/landed-cost";
import { enteredPapers, headOf } from "../enter-papers";
import { goodsOf } from "../offer-on";
import type { OrderHand } from "./order-steps";

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

  /** Under a number in which `#` stands for the year. */
  file(hours: number, registered: string) {
    const number = registered.replace("#", dayOf(this.order.scenery.at(hours)).slice(0, 4));
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
