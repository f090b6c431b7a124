import type { CaseEvent, CaseState, Proposal } from "../domain/accounts/check-case";
import type { PaperKind } from "../domain/accounts/check-papers";
import type { CheckEntry, ShownCheck } from "../domain/accounts/organisation-check";
import type { OrganisationStanding } from "../domain/accounts/organisation-standing";

/** A paper of a case, to its organisation and to administrators. */
export type CasePaper = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly fileId: string;
};

/** Something that happened in a case; `by` is nobody to the organisation where an administrator did it. */
export type CaseEntry = {
  readonly id: string;
  readonly event: CaseEvent;
  readonly words: string;
  readonly by: string | null;
  readonly at: number;
};

/** A case as its organisation reads it: papers, questions and answers, and why it was declined. */
export type OwnCase = {
  readonly id: string;
  readonly state: CaseState;
  readonly changedAt: number;
  readonly papers: readonly CasePaper[];
  readonly entries: readonly CaseEntry[];
  /** Whether papers may still come and go. */
  readonly isOpenToPapers: boolean;
};

/** How the reader's own organisation stands with the market. */
export type OwnStanding = {
  readonly organisationId: string;
  readonly name: string;
  readonly country: string;
  readonly registrationNumber: string;
  readonly standing: OrganisationStanding;
  readonly restriction: { readonly since: number; readonly reason: string } | null;
  readonly check: ShownCheck | null;
  readonly latest: OwnCase | null;
  /** Whether a check may be asked for now: none holds, or one that ends soon. */
  readonly mayAsk: boolean;
};

/** A case as it lies in the queue. */
export type QueuedCase = {
  readonly id: string;
  readonly organisationId: string;
  readonly nameOwn: string;
  readonly nameLatin: string;
  readonly country: string;
  readonly state: CaseState;
  readonly changedAt: number;
  readonly takenBy: string | null;
  /** Whether it is the reader's turn; of what waits for a second administrator, of everybody's but whoever proposed it. */
  readonly isYours: boolean;
};

/** A case before an administrator, with what is proposed and what they may do in it. */
export type ReviewedCase = Omit<QueuedCase, "isYours"> & {
  readonly city: string;
  readonly registrationNumber: string;
  readonly standing: OrganisationStanding;
  readonly current: ShownCheck | null;
  readonly papers: readonly CasePaper[];
  readonly entries: readonly CaseEntry[];
  readonly checks: readonly CheckEntry[];
  readonly proposal: {
    readonly kind: Proposal;
    readonly register: string | null;
    readonly expiresOn: string | null;
    readonly reason: string;
  } | null;
  /** The reader's own part: who has it in hand, who has proposed. */
  readonly isInHand: boolean;
  readonly isOwnProposal: boolean;
  /** The administrators besides whoever proposed, who can decide. */
  readonly deciders: readonly string[];
  /** The latest day to which a check may hold that rests on these papers; null where none of them ends. */
  readonly papersEndOn: string | null;
};
