import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { PaymentForm } from "@/components/remittance/payment-form";
import { worseWords } from "@/components/remittance/worse-words";
import { PaymentPanel } from "@/components/remittance/payment-panel";
import { formatMoney } from "@/components/ui/figures";
import { listFormat } from "@/components/ui/format";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { zoneName } from "@/components/ui/time/format-time";
import type { ShownFile } from "@/domain/files/file";
import type { PaymentTransition } from "@/domain/remittance/transitions";
import type { OrderPayment } from "@/views/payments";
import { exchangedBy } from "@/domain/remittance/rate-lock";
import type { FormAction } from "@/domain/shared/form-state";
import { wallClock } from "@/domain/shared/zones";
import { CURRENCIES, type Money, toDecimal } from "@/domain/shared/money";
import { readWireMoney } from "@/domain/shared/wire-fields";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { paymentPage } from "@/server/remittance/queries";
import { chosenTransition, foldOf, type RoomSectionProps } from "./order-section";
import {
  acceptPayerAction,
  answerSurplusAction,
  askPayerAction,
  bearAction,
  confirmAction,
  explainPayerAction,
  freezeAction,
  keepSurplusAction,
  lockAction,
  recallAction,
  receiveAction,
  returnAction,
  returnFundsAction,
  returnPayerAction,
  returnSurplusAction,
  sendAction,
  tellPayeeAction,
  unfreezeAction,
} from "./remittance-actions";

const ACTIONS: Readonly<Record<PaymentTransition, FormAction>> = {
  lock: lockAction,
  confirm: confirmAction,
  send: sendAction,
  receive: receiveAction,
  freeze: freezeAction,
  unfreeze: unfreezeAction,
  recall: recallAction,
  return: returnAction,
  tell_payee: tellPayeeAction,
  explain_payer: explainPayerAction,
  accept_payer: acceptPayerAction,
  ask_payer: askPayerAction,
  return_payer: returnPayerAction,
  return_funds: returnFundsAction,
  return_surplus: returnSurplusAction,
  keep_surplus: keepSurplusAction,
  answer_surplus: answerSurplusAction,
  bear: bearAction,
};

/** What is to be sent: what came back exchanged, else the amount that was asked for, exchanged by the rate that holds now. */
function toSend({ amount, pair, locks, exchanged }: OrderPayment): OrderPayment["amount"] {
  if (exchanged) return exchanged;
  const lock = locks.findLast((one) => one.isLive && !(one.needsConfirmation && one.confirmedAt === null));
  return amount && pair && lock ? exchangedBy(amount, lock, pair) : amount;
}

/** The first signs of a wall clock's time are its day. */
const ISO_DAY = 10;

/** The amount of what a transition is about: a sending that came back, a surplus, or what goes back of an order that was called off. */
function beginsWith({ sendings, funds }: OrderPayment, transition: PaymentTransition): Money | null {
  if (transition === "return") return sendings.at(-1)?.amount ?? null;
  const back = transition === "return_funds" ? funds?.refund : transition === "return_surplus" ? funds?.surplus : null;
  return back ? readWireMoney(back.amount) : null;
}

/** What the fields of a form begin with: the time of now, the pair, the amount that is to be sent or that was sent last. */
function initialOf(page: OrderPayment, transition: PaymentTransition, nowLocal: string): Record<string, string> {
  const currency = page.currencies[0] ?? "";
  const amount = beginsWith(page, transition) ?? toSend(page);
  const typed = amount ? toDecimal(amount) : "";
  return {
    ...{ occurredAt: nowLocal, lockedAt: nowLocal, base: page.pair?.payerCurrency ?? currency },
    ...{ amount: typed, amountReturned: typed, amountCurrency: amount?.currency ?? currency },
    ...{ amountReturnedCurrency: amount?.currency ?? currency, costCurrency: amount?.currency ?? currency },
    valueDate: nowLocal.slice(0, ISO_DAY),
    // The account is typed anew: it is what came back.
    ...{ payeeName: page.payee?.name ?? "", payeeBank: page.payee?.bank ?? "" },
    ...{ payeeBic: page.payee?.bic ?? "", payeeBik: page.payee?.bik ?? "" },
    ...{ channel: page.channel ?? "", referenceKind: page.channel === "cips" ? "cips" : "uetr" },
  };
}

/** In which currencies a form's amounts may be: what came back exchanged is sent again in its own, and what goes back is in its own or in the payer's. */
function currenciesOf(
  { currencies, exchanged, funds }: OrderPayment,
  transition: PaymentTransition,
): OrderPayment["currencies"] {
  if (transition === "send" && exchanged) return [exchanged.currency];
  if (transition === "return_funds" && funds?.refund)
    return [...new Set([funds.refund.amount.currency, funds.received.currency])];
  return currencies.length > 0 ? currencies : CURRENCIES;
}

const openLock = ({ locks }: OrderPayment) =>
  locks.findLast(({ isLive, needsConfirmation, confirmedAt }) => isLive && needsConfirmation && confirmedAt === null);

/** The sending that a deed makes or is about. */
function attemptOf({ sendings, openCostOf }: OrderPayment, transition: PaymentTransition): number {
  if (transition === "bear") return openCostOf ?? 0;
  return (sendings.at(-1)?.attempt ?? 0) + (transition === "send" ? 1 : 0);
}

/** What a form says of itself beside what is typed: which rate, which return, or at which version of the order. */
function actedOn(page: OrderPayment, transition: PaymentTransition, zone: string): Record<string, string> {
  if (transition === "confirm") return { lockId: openLock(page)?.id ?? "" };
  if (transition === "bear") return { attempt: String(attemptOf(page, transition)) };
  return { zone, version: String(page.version) };
}

type ChosenProps = Pick<RoomSectionProps, "files" | "zone"> & {
  readonly page: OrderPayment;
  readonly transition: PaymentTransition;
  readonly here: string;
};

/** The form of one deed that the viewer may do now. */
async function ChosenForm({ page, transition, files, zone, here }: ChosenProps) {
  const [locale, t, services] = [await getLocale(), await getTranslations("remittance"), await getTranslations()];
  const now = platform().clock();
  const lock = openLock(page);
  const clause = page.returnCostBorneBy;
  const cost = page.sendings.find(({ attempt }) => attempt === page.openCostOf)?.returned?.cost;
  const isFree = (file: ShownFile) => file.isOwn && file.milestoneCode === null && file.state !== "infected";
  const hidden = { orderId: page.orderId, idempotencyKey: newId() };
  const bearer = clause === null ? t("form.return.open") : t("form.return.byBid", { bearer: t(`bearer.${clause}`) });
  return (
    <ClientWords>
      <PaymentForm
        kind={transition}
        action={ACTIONS[transition]}
        hidden={{ ...hidden, ...actedOn(page, transition, zone) }}
        values={{
          attempt: attemptOf(page, transition),
          surplus: page.funds?.surplus ? formatMoney(page.funds.surplus.amount, locale, { display: "code" }) : "",
          held: page.funds?.hold ? formatMoney(page.funds.hold.amount, locale, { display: "code" }) : "",
          refund: page.funds?.refund ? formatMoney(page.funds.refund.amount, locale, { display: "code" }) : "",
          remitter: page.funds?.hold?.remitter ?? listFormat(locale).format(page.funds?.refund?.remitters ?? []),
          isFromBank: String(page.funds?.refund?.isFromBank ?? false),
          question: page.funds?.hold?.question ?? "",
          cost: cost ? formatMoney(cost, locale, { display: "code" }) : "",
          minutes: page.promisedLockMinutes ?? 0,
          rate: lock ? t("lock.pair", { base: lock.base, quote: lock.quote, rate: lock.rate }) : "",
          reference: lock?.reference ?? "",
          worse: lock ? worseWords(lock, services, locale) : "",
          bearer,
          channel: page.channel === null ? "" : services(`service-payment.option.channel.${page.channel}`),
        }}
        initial={initialOf(page, transition, wallClock(now, zone))}
        currencies={currenciesOf(page, transition)}
        asksBearer={clause === null}
        zoneName={zoneName(now, zone, locale)}
        files={files.filter(isFree).map(({ id, name }) => ({ id, name }))}
        backHref={`${here}#remittance`}
      />
    </ClientWords>
  );
}

/** The rates and sendings of a payment order, and the one form that was asked for. */
export async function RemittanceSection({ order, viewer, files, zone, here, search }: RoomSectionProps) {
  const { clock } = platform();
  const page = await paymentPage(pageReader(), viewer, { orderId: order.id, now: clock() });
  if (!page) return null;
  const asked = chosenTransition(search.do)?.transition;
  const transition = page.transitions.find((one) => one === asked);
  return (
    <div id="remittance" className="stack">
      {transition && <ChosenForm page={page} transition={transition} files={files} zone={zone} here={here} />}
      <AsMarkup>
        <PaymentPanel
          page={page}
          zone={zone}
          fold={foldOf({ order, search })}
          hub={order.hub}
          transitionHref={(one) => `${here}?do=${one}#remittance-form`}
          fileName={(id) => files.find((file) => file.id === id)?.name ?? null}
        />
      </AsMarkup>
    </div>
  );
}
