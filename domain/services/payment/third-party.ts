import type { Instant, LocalDate } from "../../shared/time";
import { accept, type Refusal, refuse, type Result } from "../../shared/result";
import type { Relationship } from "./choices";
import { type Explanation, type Funds, leftMinor, leftOf, type Receipt } from "./funds";
import { checkReturnDay, type ReturnTold, withReturn } from "./surplus";

export const QUESTION_MAX = 300;
export const EXPLANATION_MAX = 500;
export const DOCUMENT_MAX = 160;

/** For whose word held money waits: the buyer's explanation, or the provider's decision. */
export type HoldState = "to_explain" | "to_decide";

const isHeld = (receipt: Receipt): boolean =>
  receipt.thirdPartyReason !== null && receipt.accepted === undefined && leftMinor(receipt) > 0n;

/** The first credit of somebody who was not to pay that is neither accepted nor returned; null where there is none. */
export const heldReceipt = ({ receipts }: Pick<Funds, "receipts">): Receipt | null => receipts.find(isHeld) ?? null;

const isAsked = ({ explanations = [] }: Receipt): boolean => explanations.at(-1)?.answer === null;

/** For whose word the first held credit waits; null where none is held. */
export function holdState(funds: Pick<Funds, "receipts">): HoldState | null {
  const receipt = heldReceipt(funds);
  return receipt && (isAsked(receipt) ? "to_explain" : "to_decide");
}

/** Refuses to clear, and so to send on, money of a payer that the provider has neither accepted nor paid back. */
export function checkNoneHeld(funds: Funds | undefined): Result<void, Refusal<"third_party_held">> {
  const held = funds && heldReceipt(funds);
  return held ? refuse("third_party_held", { remitter: held.remitter }) : accept(undefined);
}

const changed = (funds: Funds, receipt: Receipt, change: Partial<Receipt>): Funds => ({
  ...funds,
  receipts: funds.receipts.map((one) => (one === receipt ? { ...one, ...change } : one)),
});

export type HoldRefusal = Refusal<"no_payer_held">;
export type HeldReturnRefusal = HoldRefusal | Refusal<"value_date_in_future" | "value_date_before_credit">;

/** The provider's question to the buyer who the payer of the first held credit is; one at a time. */
export function askOfPayer(funds: Funds, question: string, askedAt: Instant): Result<Funds, HoldRefusal> {
  const receipt = heldReceipt(funds);
  if (!receipt || isAsked(receipt)) return refuse("no_payer_held");
  const { explanations = [] } = receipt;
  return accept(changed(funds, receipt, { explanations: [...explanations, { askedAt, question, answer: null }] }));
}

/** The buyer's answer to that question. */
export function explainPayer(funds: Funds, answer: NonNullable<Explanation["answer"]>): Result<Funds, HoldRefusal> {
  const receipt = heldReceipt(funds);
  if (!receipt || !isAsked(receipt)) return refuse("no_payer_held");
  const explanations = (receipt.explanations ?? []).map((one) => (one.answer === null ? { ...one, answer } : one));
  return accept(changed(funds, receipt, { explanations }));
}

/** That the provider takes the money of the first held credit: what its payer is to the buyer, and by which document. */
export function acceptPayer(
  funds: Funds,
  accepted: { readonly relationship: Relationship; readonly document: string; readonly recordedAt: Instant },
): Result<Funds, HoldRefusal> {
  const receipt = heldReceipt(funds);
  return receipt ? accept(changed(funds, receipt, { accepted })) : refuse("no_payer_held");
}

/** Whether the return of what is held can have been debited then, as far as its day could be read. */
export function checkHeldReturn(
  funds: Pick<Funds, "receipts">,
  told: Partial<Pick<ReturnTold, "valueDate">>,
  today: LocalDate,
): Result<void, HeldReturnRefusal> {
  const receipt = heldReceipt(funds);
  return receipt ? checkReturnDay(told, { receipt, today }) : refuse("no_payer_held");
}

/** The credits once what was left of the first held one went back to its payer, whole. */
export function returnHeld(
  funds: Funds,
  told: Omit<ReturnTold, "amount">,
  today: LocalDate,
): Result<readonly Receipt[], HeldReturnRefusal> {
  const receipt = heldReceipt(funds);
  if (!receipt) return refuse("no_payer_held");
  const possible = checkReturnDay(told, { receipt, today });
  if (!possible.ok) return possible;
  return accept(withReturn(funds.receipts, receipt, { ...told, amount: leftOf(receipt) }));
}

/** The end of a question that was not answered: the payer was accepted, or its money returned; null while it is open. */
const endOfHold = ({ accepted, returns = [] }: Receipt): Instant | null =>
  accepted?.recordedAt ?? returns.at(-1)?.recordedAt ?? null;

/** The times in which the buyer owed an explanation of who has paid, in which no time of the provider runs. */
export const timesOfExplanations = ({ receipts }: Pick<Funds, "receipts">) =>
  receipts.flatMap((receipt) =>
    (receipt.explanations ?? []).map(({ askedAt: from, answer }) => ({ from, to: answer?.at ?? endOfHold(receipt) })),
  );
