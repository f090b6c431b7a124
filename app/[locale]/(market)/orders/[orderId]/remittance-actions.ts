"use server";

import { lateFieldOf } from "@/domain/orders/late-fields";
import { payeeFieldOf } from "@/domain/services/payment/new-payee";
import type { Refusal } from "@/domain/shared/result";
import { bearReturnCost, returnPayment } from "@/server/remittance/return-payment";
import { answerSurplus, keepSurplus } from "@/server/remittance/keep-surplus";
import { returnCalledOffFunds, returnPayerFunds, returnSurplusFunds } from "@/server/remittance/return-funds";
import { tellPayee } from "@/server/remittance/tell-payee";
import { acceptPayerOfFunds, askPayer, explainPayerOfFunds } from "@/server/remittance/third-party-payer";
import { confirmLock, lockRate } from "@/server/remittance/lock-rate";
import { freezePayment, recallPayment, unfreezePayment } from "@/server/remittance/freeze-payment";
import { recordReceipt, sendPayment } from "@/server/remittance/send-payment";
import { formAction } from "@/server/platform/form/form-action";
import {
  acceptPayerForm,
  answerForm,
  askPayerForm,
  bearForm,
  confirmForm,
  keepForm,
  explainPayerForm,
  readReturnFunds,
  readReturnPayer,
  tellPayeeForm,
  transitionForm,
  readLock,
  reasonedForm,
  receiptForm,
  readReturn,
  readSending,
} from "./remittance-forms";

const FIELD_OF: Readonly<Record<string, string>> = {
  occurred_in_future: "occurredAt",
  occurred_out_of_order: "occurredAt",
  rate_malformed: "rate",
  rate_off_market: "rate",
  pair_differs: "base",
  lock_expiry_missing: "expiresAt",
  lock_too_short: "expiresAt",
  lock_too_long: "expiresAt",
  reference_malformed: "reference",
  reference_used: "reference",
  lock_reference_used: "reference",
  amount_needed: "amount",
  amount_currency: "amountCurrency",
  money_exchanged: "amountCurrency",
  sent_short: "amount",
  sent_below_due: "amount",
  sent_above_received: "amount",
  return_above_surplus: "amount",
  return_not_whole: "amount",
  refund_currency: "amountCurrency",
  refund_far_off: "amount",
  funds_currency: "amountCurrency",
  value_date_in_future: "valueDate",
  value_date_before_credit: "valueDate",
  return_currency: "amountReturnedCurrency",
  return_above_sent: "amountReturned",
  return_cost_short: "cost",
  return_cost_apart: "isCostApart",
  bearer_by_bid: "costBorneBy",
  file_unknown: "fileIds",
  too_many_files: "fileIds",
};

const fieldOf = (refusal: Refusal) => lateFieldOf(refusal) ?? FIELD_OF[refusal.code] ?? null;

const then = ({ orderId }: { readonly orderId: string }) => ({ goTo: `/orders/${orderId}#remittance` });

export const lockAction = formAction({
  command: lockRate,
  read: readLock,
  fieldOf: (refusal) => (refusal.details?.field === "lockedAt" ? "lockedAt" : fieldOf(refusal)),
  then,
});

export const confirmAction = formAction({ command: confirmLock, form: confirmForm, then });

export const bearAction = formAction({ command: bearReturnCost, form: bearForm, then });

export const sendAction = formAction({ command: sendPayment, read: readSending, fieldOf, then });

export const receiveAction = formAction({ command: recordReceipt, form: receiptForm, fieldOf, then });

export const freezeAction = formAction({ command: freezePayment, form: reasonedForm, fieldOf, then });

export const unfreezeAction = formAction({ command: unfreezePayment, form: transitionForm, fieldOf, then });

export const recallAction = formAction({ command: recallPayment, form: reasonedForm, fieldOf, then });

export const returnAction = formAction({ command: returnPayment, read: readReturn, fieldOf, then });

export const returnSurplusAction = formAction({ command: returnSurplusFunds, read: readReturnFunds, fieldOf, then });

export const keepSurplusAction = formAction({ command: keepSurplus, form: keepForm, then });

export const answerSurplusAction = formAction({ command: answerSurplus, form: answerForm, then });

export const askPayerAction = formAction({ command: askPayer, form: askPayerForm, then });

export const tellPayeeAction = formAction({
  command: tellPayee,
  form: tellPayeeForm,
  fieldOf: (refusal) => payeeFieldOf(refusal) ?? fieldOf(refusal),
  then,
});

export const explainPayerAction = formAction({ command: explainPayerOfFunds, form: explainPayerForm, fieldOf, then });

export const acceptPayerAction = formAction({ command: acceptPayerOfFunds, form: acceptPayerForm, fieldOf, then });

export const returnPayerAction = formAction({ command: returnPayerFunds, read: readReturnPayer, fieldOf, then });

export const returnFundsAction = formAction({ command: returnCalledOffFunds, read: readReturnFunds, fieldOf, then });
