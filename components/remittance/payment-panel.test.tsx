import { describe, expect, test } from "vitest";
import type { OrderPayment } from "@/views/payments";
import { drawn } from "@/test/drawn";
import { FundsBalance } from "./payment-panel";

const usd = (minor: number) => ({ minor, currency: "USD" }) as const;

const FUNDS: NonNullable<OrderPayment["funds"]> = {
  ...{ received: usd(10_025_000), sent: usd(9_998_000), fees: usd(2_000), returned: usd(5_000), held: usd(20_000) },
  ...{ surplus: null, hold: null, refund: null, refunds: [] },
};

const show = (funds: object, locale = "en") =>
  drawn(<FundsBalance funds={{ ...FUNDS, ...funds }} />, { locale, rooms: ["remittance", "ui"] }).replaceAll(
    "\u00a0",
    " ",
  );

describe("the account of an order's funds", () => {
  test.each([
    [
      "en",
      ["Received", "Sent to the payee", "Fees and costs withheld", "Returned to the remitter", "Held by the provider"],
    ],
    ["zh-CN", ["已到账", "已汇出", "扣除的手续费及费用", "已退回汇款人", "服务商留存"]],
  ] as const)("names every part and its sum in %s", (locale, labels) => {
    const html = show({}, locale);
    for (const label of labels) expect(html).toContain(label);
    for (const sum of ["100,250.00", "99,980.00", "20.00", "50.00", "200.00"]) expect(html).toContain(sum);
    expect(html).not.toMatch(/more than asked for|third-party|多收|第三方/);
  });

  test.each([
    ["open", "en", "The provider returns it to the remitter"],
    ["asked", "en", "the buyer answers"],
    ["declined", "en", "The buyer wants it back"],
    ["kept", "en", "as the buyer agreed"],
    ["open", "zh-CN", "由服务商原路退回汇款人"],
    ["kept", "zh-CN", "经买方同意留存"],
  ])("says what becomes of a surplus that is %s in %s", (state, locale, words) => {
    const html = show({ surplus: { amount: usd(20_000), state, mayBeKept: false } }, locale);
    expect(html).toContain(words);
    expect(html).toContain("USD 200.00");
  });

  test.each([
    ["en", "next instalment"],
    ["zh-CN", "下一期"],
  ])("names the next instalment in %s only where a surplus can be held for it", (locale, words) => {
    const open = (mayBeKept: boolean) => show({ surplus: { amount: usd(20_000), state: "open", mayBeKept } }, locale);
    expect(open(true)).toContain(words);
    expect(open(false)).not.toContain(words);
  });

  test.each([
    ["en", "The order was called off before the payment was sent: USD 400.00 from Buyer Co., Ltd. goes back"],
    ["zh-CN", "订单在汇出前已取消，Buyer Co., Ltd. 汇入的 USD 400.00 由服务商原路退回"],
  ])("says in %s what goes back where the order was called off", (locale, words) => {
    const refund = { remitters: ["Buyer Co., Ltd."], amount: usd(40_000), isFromBank: false };
    expect(show({ refund }, locale)).toContain(words);
  });

  test.each([
    [
      "en",
      "the bank has sent the payment back: CNY 711,000.00 goes back to Buyer Co., Ltd.",
      "value date 25 Nov, bank reference RTN26112500001",
    ],
    ["zh-CN", "汇出款项已由银行退汇，CNY 711,000.00 由服务商退回汇款人 Buyer Co., Ltd.", "银行业务编号 RTN26112500001"],
  ])("says in %s what goes back of money that the bank has sent back, and what has gone", (locale, due, gone) => {
    const amount = { minor: 71_100_000, currency: "CNY" };
    const refunds = [{ amount, valueDate: "2026-11-25", reference: "RTN26112500001" }];
    const html = show({ refund: { remitters: ["Buyer Co., Ltd."], amount, isFromBank: true }, refunds }, locale);
    for (const words of [due, gone]) expect(html).toContain(words);
  });

  test.each([
    ["to_explain", "en", "Held: third-party payer", "stand still until it answers"],
    ["to_decide", "en", "Held: third-party payer", "or returns the money"],
    ["to_explain", "zh-CN", "挂账：第三方付款", "时限暂停计算"],
    ["to_decide", "zh-CN", "挂账：第三方付款", "将款项退回"],
  ])("shows whose word held money waits for where it is %s in %s", (state, locale, mark, words) => {
    const html = show({ hold: { remitter: "Astana Holding JSC", amount: usd(40_000), question: null, state } }, locale);
    for (const part of [mark, words, "Astana Holding JSC", "USD 400.00"]) expect(html).toContain(part);
  });
});
