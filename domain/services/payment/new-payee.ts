import type { Instant } from "../../shared/time";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import { bareAccount } from "./payee-account";
import { payeeFields, type PaymentSpec } from "./spec";

export type Payee = NonNullable<PaymentSpec["payee"]>;

/** Who is paid and where, as the buyer gave it or confirmed it once money had come back. */
export type NewPayee = {
  /** The sending that came back. */
  readonly attempt: number;
  readonly payee: Payee;
  readonly at: Instant;
};

/** Whom an order pays now: as the buyer said last, else as its request says; null where neither names anybody. */
export const payeeOf = (spec: Pick<PaymentSpec, "payee"> | null, given: readonly NewPayee[]): Payee | null =>
  given.at(-1)?.payee ?? spec?.payee ?? null;

/** The times in which the buyer owed its payee's details, in which no time of the provider runs: from the word that a sending came back for them. */
export const timesOfPayees = (
  asked: readonly { readonly attempt: number; readonly at: Instant }[],
  given: readonly NewPayee[],
) => asked.map(({ attempt, at: from }) => ({ from, to: given.find((one) => one.attempt === attempt)?.at ?? null }));

/** Refuses the account that its bank has closed (`account_was_closed`), however it is grouped; the same number at another bank is another account. */
export function checkOtherAccount(before: Payee | null, payee: Payee): Result<void, Refusal<"account_was_closed">> {
  const isSame =
    before?.account !== undefined &&
    bareAccount(before.account) === bareAccount(payee.account ?? "") &&
    before.bic === payee.bic;
  return isSame ? refuse("account_was_closed", { field: "payee.account" }) : accept(undefined);
}

/** The field of a form beside which a refusal of a payee's member is shown; null of any other. */
export function payeeFieldOf({ details }: Pick<Refusal, "details">): string | null {
  const [, member] = /(?:^|\.)payee\.(\w+)$/.exec(String(details?.field ?? "")) ?? [];
  return payeeFields.find((field) => field.member === member)?.name ?? null;
}
