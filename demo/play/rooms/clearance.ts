import { findDeclaration } from "../../../db/repositories/declarations";
import type { IncotermRule } from "../../../domain/deals/incoterm";
import { money } from "../../../domain/shared/money";
import { toWireMoney } from "../../../domain/shared/money-schema";
import { answerQuestion } from "../../../server/commands/clearance/answer-question";
import { approveDraft } from "../../../server/commands/clearance/approve-draft";
import { askQuestion } from "../../../server/commands/clearance/ask-question";
import { assessDuties } from "../../../server/commands/clearance/assess-duties";
import { draftDeclaration } from "../../../server/commands/clearance/draft-declaration";
import { fileDeclaration } from "../../../server/commands/clearance/file-declaration";
import { payDuties } from "../../../server/commands/clearance/pay-duties";
import { recordAct } from "../../../server/commands/clearance/record-act";
import { reviseDeclaration } from "../../../server/commands/clearance/revise-declaration";
import { sendBackDraft } from "../../../server/commands/clearance/send-back-draft";
import { statedValues } from "../../plan/delivery-terms";
import { codeIn } from "../../plan/market-data";
import type { OrderHand } from "./stories/order-hand";

type Side = "export" | "import";
type Line = { readonly value: { readonly minor: number } };

/** In what each side's customs reckon. */
const SIDES = { export: { country: "CN", currency: "CNY" }, import: { country: "VN", currency: "VND" } } as const;

/** Goods in the invoice's currency, as each side's customs know them and reckon them by the market's rates of that day. */
async function linesOf(order: OrderHand, side: Side, hours: number) {
  const { country, currency } = SIDES[side];
  const { deal } = order;
  const { rule } = deal.deal.incoterm as { rule: IncotermRule };
  const yuan = Number(await order.rate(hours, "USD", "CNY"));
  // For a US cent so many fen, or dong, which have no minor unit.
  const perCent = side === "export" ? yuan : (yuan * Number(await order.rate(hours, "CNY", "VND"))) / 100;
  const values = (deal.deal.cargo as Line[]).map(({ value }) => value.minor);
  return statedValues({ rule, values, toBorder: deal.toBorder }, side).map((stated, at) => {
    const minor = Math.round(stated * perCent);
    return { line: at + 1, hsCode: codeIn(deal.movement.cargo, country), customsValue: { minor, currency } };
  });
}

/** A declaration of one side, moved on from hour to hour. */
export class DeclarationHand {
  private constructor(
    private readonly order: OrderHand,
    private readonly id: string,
    private readonly side: Side,
  ) {}

  static async draft(order: OrderHand, side: Side, hours: number, remarks = ""): Promise<DeclarationHand> {
    const input = { orderId: order.id, side, lines: await linesOf(order, side, hours), remarks };
    const { id } = await order.does("provider", hours, [draftDeclaration, input]);
    return new DeclarationHand(order, id, side);
  }

  private act(hours: number, more: object = {}) {
    return { declarationId: this.id, occurredAt: this.order.at(hours), ...more };
  }

  sendBack(hours: number, words: string) {
    return this.order.does("buyer", hours, [sendBackDraft, { declarationId: this.id, words }]);
  }

  async revise(hours: number, remarks: string) {
    const input = { declarationId: this.id, lines: await linesOf(this.order, this.side, hours), remarks };
    return this.order.does("provider", hours, [reviseDeclaration, input]);
  }

  approve(hours: number) {
    return this.order.does("buyer", hours, [approveDraft, { declarationId: this.id }]);
  }

  /** A number of China's customs bears the year in which it was given. */
  file(hours: number, number: string | ((year: string) => string)) {
    const year = this.order.at(hours).slice(0, 4);
    const given = typeof number === "string" ? number : number(year);
    return this.order.does("provider", hours, [fileDeclaration, this.act(hours, { number: given })]);
  }

  question(hours: number, asked: { readonly question: string; readonly until: number }) {
    const { question, until } = asked;
    const input = this.act(hours, { question, answersBy: "buyer", answerBy: this.order.at(until) });
    return this.order.does("provider", hours, [askQuestion, input]);
  }

  answer(hours: number, answer: string) {
    return this.order.does("buyer", hours, [answerQuestion, { declarationId: this.id, answer }]);
  }

  /** The customs ask for a little more than the estimate: so many hundredths of the value as duty and as tax. */
  async assess(hours: number, of: { readonly dutyPercent: bigint; readonly vatPercent: bigint }) {
    const found = await findDeclaration(this.order.scenery.stage.database.read, this.id);
    if (!found) throw new Error("The demo's declaration is gone");
    const share = (value: bigint, percent: bigint) => toWireMoney(money((value * percent) / 100n, found.currency));
    const lines = found.lines.map(({ line, valueMinor }) => {
      const value = BigInt(valueMinor);
      const duty = share(value, of.dutyPercent);
      return { line, duty, excise: share(0n, 0n), vat: share(value + BigInt(duty.minor), of.vatPercent) };
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
