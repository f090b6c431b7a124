import { lastRemittance } from "../../../db/repositories/remittances";
import { DAY_MS, HOUR_MS, type Instant, later, MINUTE_MS, toIso } from "../../../domain/shared/time";
import { recordReceipt, sendPayment } from "@/server/remittance/send-payment";
import { tellPayee } from "@/server/remittance/tell-payee";
import { returnPayment } from "@/server/remittance/return-payment";
import { byBank, inBank } from "../../plan/calendar";
import { between, pick, type Random, uuidFrom } from "../../plan/random";
import type { Stage } from "../stage";
import { confirmedPayee } from "../steps/remittance";
import { handOverBankMessage } from "./closing-papers";
import type { HistoryRoom, OrderOfYear, StepOfYear } from "./history-rooms";

/** How often banks send money back that goes to or comes from Russia, and elsewhere. Estimates of the demo, in the size of what payers report. */
const RETURNED = { RU: 0.09, elsewhere: 0.012 };

/** Why money comes back that is sent again by the same banks: what the payer puts right, and nothing that they refuse. */
const REASONS = [
  ["papers_insufficient", "补充单证未在期限内送达。 · The papers that were asked for came too late."],
  ["payee_details_wrong", "收款人账号有误。 · The payee's account was wrong."],
] as const;

/** What the banks on the way keep of what comes back, about 45 dollars in minor units of what was sent. Estimates. */
const KEPT_MINOR: Readonly<Record<string, number>> = {
  ...{ CNY: 32_000, USD: 4_500, EUR: 4_000, RUB: 360_000, KZT: 2_300_000, VND: 1_150_000, UZS: 54_000_000 },
  ...{ KGS: 390_000, MNT: 16_000_000, THB: 145_000 },
};
const BACK_DAYS = 3;
const AGAIN_DAYS = 2;
/** So long two banks take at the least to book what is sent. */
const BOOKED_MS = 4 * HOUR_MS;

/** So long a buyer needs to ask its payee for the account. */
const ASKED_MS = 40 * MINUTE_MS;

/** The banks' last hours at or before `at`, where they come well after what was before, else their next. */
const atDesk = (at: Instant, after: Instant): Instant =>
  byBank(at) > later(after, 2 * HOUR_MS) ? byBank(at) : inBank(later(after, 2 * HOUR_MS));

/** Money of the year: locked where it is exchanged, sent under a reference, received, and now and then returned and sent again. */
export class PaymentHistory implements HistoryRoom {
  private readonly owed = { RU: 0.5, elsewhere: 0.5 };

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
  ) {}

  async step(order: OrderOfYear, { code, at }: StepOfYear): Promise<boolean> {
    switch (code) {
      case "sent":
        return this.send(order, at);
      case "received_by_payee":
        return this.receive(order, at);
      case "control_documents_delivered":
        await handOverBankMessage(this.stage, order, at);
        return false;
      default:
        return false;
    }
  }

  private async receive(order: OrderOfYear, at: Instant): Promise<boolean> {
    const received = { orderId: order.id, occurredAt: toIso(at) };
    return (await this.stage.act(at, order.provider, recordReceipt, received)) !== null;
  }

  /** Returns come due evenly, so that few payments have as many of them as a lot. */
  private isDue(where: keyof typeof RETURNED): boolean {
    const due = this.owed[where] + RETURNED[where];
    this.owed[where] = due >= 1 ? due - 1 : due;
    return due >= 1;
  }

  private dispatch(order: OrderOfYear, at: Instant, more: object = {}) {
    const reference = uuidFrom(this.random);
    const sent = { orderId: order.id, referenceKind: "uetr", reference, occurredAt: toIso(at), ...more };
    return this.stage.act(at, order.provider, sendPayment, sent);
  }

  private async send(order: OrderOfYear, at: Instant): Promise<boolean> {
    if (!(await this.dispatch(order, at))) return false;
    const arrives = order.plan.reports.find((report) => report.code === "received_by_payee")?.at ?? at;
    const isRussian = order.deal.movement.corridor.includes("RU");
    if (this.isDue(isRussian ? "RU" : "elsewhere")) await this.comeBack(order, { at, arrives });
    return true;
  }

  /** It comes back and is sent again before it was to arrive, or as soon after as it can be. */
  private async comeBack(order: OrderOfYear, { at, arrives }: { readonly at: Instant; readonly arrives: Instant }) {
    const sent = await lastRemittance(this.stage.database.read, order.id);
    const { amountMinor, amountCurrency: currency } = sent ?? { amountMinor: null, amountCurrency: null };
    const kept = currency === null ? undefined : KEPT_MINOR[currency];
    if (currency === null || amountMinor === null || kept === undefined || amountMinor <= 2 * kept) return;
    const part = Math.min(1, (arrives - at) / ((BACK_DAYS + AGAIN_DAYS + 1) * DAY_MS));
    const back = atDesk(later(at, BACK_DAYS * DAY_MS * part * between(this.random, 0.6, 1)), at);
    const again = atDesk(later(back, AGAIN_DAYS * DAY_MS * part * between(this.random, 0.5, 1)), back);
    // Where there is no time for it between two holidays, the next payment comes back instead.
    if (again > later(arrives, -BOOKED_MS) || again < later(back, HOUR_MS)) {
      this.owed[order.deal.movement.corridor.includes("RU") ? "RU" : "elsewhere"] += 1;
      return;
    }
    const [reason, words] = pick(this.random, REASONS);
    const amountReturned = { minor: Number(amountMinor) - kept, currency };
    const returned = { orderId: order.id, reason, words, amountReturned, occurredAt: toIso(back) };
    if (!(await this.stage.act(back, order.provider, returnPayment, returned))) return;
    if (reason === "payee_details_wrong") {
      const confirmed = await confirmedPayee(this.stage.database.read, order.id);
      if (!(await this.stage.act(later(back, ASKED_MS), order.buyer, tellPayee, confirmed))) return;
    }
    // Whoever bears the bank's fee, the payee is owed all of it: the payer adds what was kept, or the provider does.
    await this.dispatch(order, again, { amount: { minor: Number(amountMinor), currency } });
  }
}
