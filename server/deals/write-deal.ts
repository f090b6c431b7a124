import { readSubheadings } from "@/db/reference/read-tariff";
import { hasReference, insertDeal, type StoredDeal } from "@/db/repositories/deals";
import { cargoLineOf } from "@/domain/deals/cargo";
import { type DealIssue, checkDeal } from "@/domain/deals/posting/check-deal";
import type { DealInput } from "@/domain/deals/deal-schema";
import { endsOf, type Ends, planDeal, type PlanRefusal } from "@/domain/deals/plan-deal";
import { assert } from "@/domain/shared/assert";
import { dayOf } from "@/domain/shared/local-date";
import { accept, checkAll, type Refusal, type Result, refuse } from "@/domain/shared/result";
import type { CommandContext } from "../platform/command";
import type { ReferenceData } from "../hubs/queries/network";
import { planningReferenceData } from "../hubs/read-board";

export type DealRefusal = PlanRefusal | Refusal<"deal_invalid">;

const REFERENCE_TRIES = 10;

/** A number that the table does not have yet. Two that are made at the same time are still kept apart by its unique index. */
export async function freshReference(
  make: () => string,
  isTaken: (reference: string) => Promise<boolean>,
): Promise<string> {
  for (let tries = 0; tries < REFERENCE_TRIES; tries++) {
    const reference = make();
    if (!(await isTaken(reference))) return reference;
  }
  throw new Error("No free reference number was found");
}

/** A broken rule as the one refusal of deals: `rule` names it and `field` says where. */
const dealInvalid = (issue: DealIssue): { ok: false; refusal: Refusal<"deal_invalid"> } =>
  refuse("deal_invalid", { rule: issue.code, ...issue.details });

/** Refuses every rule that the deal breaks on the day that it is now where the goods are. */
const checkRules = (deal: DealInput, ends: Ends, now: CommandContext["now"]): Result<void, Refusal<"deal_invalid">> =>
  checkAll(
    checkDeal(deal, { ...ends, today: dayOf(now, ends.origin.zone), subheadings: readSubheadings() }).map(dealInvalid),
  );

export type WrittenDeal = { readonly deal: StoredDeal; readonly ends: Ends; readonly referenceData: ReferenceData };

/** Checks a deal against its rules, the world and the day, plans its way, and writes it with its cargo. */
export async function writeDeal(context: CommandContext, input: DealInput): Promise<Result<WrittenDeal, DealRefusal>> {
  const { tx, actor, now } = context;
  assert(actor.organisationId && actor.userId, "a deal is posted by a person for an organisation");
  const known = await planningReferenceData(tx, now);
  const ends = endsOf(known, input);
  if (!ends.ok) return ends;
  const checked = checkRules(input, ends.value, now);
  if (!checked.ok) return checked;
  const plan = planDeal(known, input);
  if (!plan.ok) return plan;
  const { reason: _, ...planned } = plan.value;
  const deal: StoredDeal = {
    ...input,
    ...planned,
    inlandMode: input.inlandMode ?? null,
    id: context.newId(),
    reference: await freshReference(
      () => context.newReference("KD"),
      (reference) => hasReference(tx, reference),
    ),
    buyerOrganisationId: actor.organisationId,
    createdByUserId: actor.userId,
    cargo: input.cargo.map(cargoLineOf),
    contractedAt: null,
    createdAt: now,
    version: 1,
  };
  await insertDeal(tx, deal);
  return accept({ deal, ends: ends.value, referenceData: known });
}
