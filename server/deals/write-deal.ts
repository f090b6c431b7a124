import { hasReference, insertDeal, type StoredDeal } from "@/db/repositories/deals";
import { cargoLineOf } from "@/domain/deals/deal";
import type { Actor } from "@/domain/access/policy";
import type { DealInput } from "@/domain/deals/deal-schema";
import type { DealPlan, Ends } from "@/domain/deals/plan-deal";
import { accept, assert, checkAll, type Result } from "@/domain/shared/result";
import type { CommandContext } from "../platform/command";
import type { ReferenceData } from "../hubs/queries/network";
import { planningReferenceData } from "../hubs/read-board";
import { type DealRefusal, examineDeal } from "./examine-posting";

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

export type WrittenDeal = { readonly deal: StoredDeal; readonly ends: Ends; readonly referenceData: ReferenceData };

/** A deal that nothing is refused of, as it was examined in the same transaction. */
type Planned = { readonly input: DealInput; readonly ends: Partial<Ends>; readonly plan: DealPlan | null };

/** What a deal and its requests are written with: a command's context, of whom it posts for alone. */
export type PostingContext = Omit<CommandContext, "actor"> & {
  readonly actor: Pick<Actor, "organisationId" | "userId">;
};

/** Writes an examined deal with its cargo. */
export async function keepDeal(
  context: PostingContext,
  { input, ends, plan }: Planned,
  referenceData: ReferenceData,
): Promise<WrittenDeal> {
  const { tx, actor, now } = context;
  const { origin, destination } = ends;
  assert(actor.organisationId && actor.userId, "a deal is posted by a person for an organisation");
  assert(origin && destination && plan, "a deal that nothing is refused of has its ends and its way");
  const { reason: _, ...planned } = plan;
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
  return { deal, ends: { origin, destination }, referenceData };
}

/** Checks a deal against its rules, the world and the day, plans its way, and writes it with its cargo. */
export async function writeDeal(context: PostingContext, input: DealInput): Promise<Result<WrittenDeal, DealRefusal>> {
  const { tx, now } = context;
  const referenceData = await planningReferenceData(tx, now);
  const { ends, plan, refusals } = examineDeal(input, { referenceData, now });
  const checked = checkAll(refusals.map((refusal) => ({ ok: false as const, refusal })));
  return checked.ok ? accept(await keepDeal(context, { input, ends, plan }, referenceData)) : checked;
}
