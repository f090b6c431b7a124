import { advance, type Lifecycle, type Refusal, type Result } from "../shared/result";

/** One sending of an order's money; what comes back is sent again as the next one. */
export const REMITTANCE_STATES = ["sent", "frozen", "recalled", "received", "returned"] as const;
export type RemittanceState = (typeof REMITTANCE_STATES)[number];

/** `reopen` takes a receipt back: the delivery that it made is to be done again. */
export type RemittanceEvent = "freeze" | "unfreeze" | "recall" | "receive" | "return" | "reopen";

export const REMITTANCE_LIFECYCLE = {
  sent: { freeze: "frozen", recall: "recalled", receive: "received", return: "returned" },
  frozen: { unfreeze: "sent", return: "returned" },
  recalled: { freeze: "frozen", receive: "received", return: "returned" },
  received: { reopen: "sent" },
  returned: {},
} as const satisfies Lifecycle<RemittanceState, RemittanceEvent>;

/** The state after the event, or `wrong_state` with both. */
export const advanceRemittance = (
  state: RemittanceState,
  event: RemittanceEvent,
): Result<RemittanceState, Refusal<"wrong_state">> =>
  advance<RemittanceState, RemittanceEvent>(REMITTANCE_LIFECYCLE, state, event);

/** Whether money is on its way with it. */
export const isOnItsWay = (state: RemittanceState): boolean => state !== "received" && state !== "returned";

/** Whether money may be sent after the last sending: where there was none, or it has come back. */
export const isToBeSent = (last: RemittanceState | null): boolean => last === null || last === "returned";

export const RETURN_REASONS = [
  "bank_policy",
  "sanctions_screening",
  "papers_insufficient",
  "payee_details_wrong",
  "account_closed",
  "purpose_not_accepted",
  "correspondent_refused",
  "recalled",
  "other",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Reasons for which money would come back again from the same account. */
const OF_PAYEE: readonly ReturnReason[] = ["payee_details_wrong", "account_closed"];

type LastSending = {
  readonly attempt: number;
  readonly state: RemittanceState;
  readonly returnReason: ReturnReason | null;
};

/**
 * Whether the buyer is to say anew where its payee is paid before money is sent again: the last sending came back for the payee's details or its
 * account, and nothing has been said since. Where the request names no payee, there is nothing to put right here.
 */
export const awaitsPayee = (
  last: LastSending | null,
  { isNamed, given }: { readonly isNamed: boolean; readonly given: readonly { readonly attempt: number }[] },
): boolean =>
  isNamed &&
  last?.state === "returned" &&
  last.returnReason !== null &&
  OF_PAYEE.includes(last.returnReason) &&
  given.every(({ attempt }) => attempt !== last.attempt);

/** Whether a return for this reason is the buyer's to put right. */
export const isOfPayee = (reason: ReturnReason): boolean => OF_PAYEE.includes(reason);

export const FREEZE_REASONS = [
  "compliance_check",
  "sanctions_screening",
  "papers_asked",
  "authority_order",
  "other",
] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

export const RECALL_REASONS = [
  "wrong_payee",
  "wrong_amount",
  "sent_twice",
  "trade_called_off",
  "fraud_suspected",
  "other",
] as const;
export type RecallReason = (typeof RECALL_REASONS)[number];

/** What stands in the history of a sending: its own states, a receipt that was taken back, who took on what its return has cost, and that the buyer gave its payee's details anew. */
export type EntryEvent = RemittanceEvent | "send" | "bear" | "payee";
export type EntryReason = ReturnReason | FreezeReason | RecallReason;
