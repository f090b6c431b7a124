import { FREEZE_REASONS, RECALL_REASONS, RETURN_REASONS } from "@/domain/remittance/remittance";
import type { PaymentTransition } from "@/domain/remittance/transitions";

/** Deeds of which one has to say why, and the reasons that there are. */
export const REASONS_OF: Partial<Record<PaymentTransition, readonly string[]>> = {
  return: RETURN_REASONS,
  freeze: FREEZE_REASONS,
  recall: RECALL_REASONS,
};

/** The fields of each deed, beside those that all deeds of a bank have: time, words and files. */
export const PAYMENT_FIELDS: Readonly<Record<PaymentTransition, readonly string[]>> = {
  lock: ["base", "rate", "reference", "lockedAt", "expiresAt"],
  confirm: [],
  bear: [],
  tell_payee: [
    "payeeName",
    "payeeBank",
    "payeeBic",
    "payeeBik",
    "payeeAccount",
    "isPayeeAccountChecked",
    "words",
    "fileIds",
  ],
  explain_payer: ["relationship", "explanation", "fileIds"],
  accept_payer: ["relationship", "document", "fileIds"],
  ask_payer: ["question"],
  return_payer: ["valueDate", "reference", "fileIds"],
  return_funds: ["amount", "amountCurrency", "valueDate", "reference", "fileIds"],
  return_surplus: ["amount", "amountCurrency", "valueDate", "reference", "fileIds"],
  keep_surplus: [],
  answer_surplus: ["answer"],
  send: ["amount", "amountCurrency", "channel", "referenceKind", "reference", "occurredAt", "words", "fileIds"],
  receive: ["occurredAt", "words", "fileIds"],
  freeze: ["reason", "occurredAt", "words", "fileIds"],
  unfreeze: ["occurredAt", "words", "fileIds"],
  recall: ["reason", "occurredAt", "words", "fileIds"],
  return: [
    ...["reason", "amountReturned", "amountReturnedCurrency", "cost", "costCurrency", "isCostApart", "costBorneBy"],
    ...["occurredAt", "words", "fileIds"],
  ],
};
