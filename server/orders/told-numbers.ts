import { z } from "zod";
import type { Reader, Writer } from "../../db/database";
import { itineraryOf } from "../../db/repositories/deals";
import { isDeclaredInOtherDeal } from "../../db/repositories/told-declarations";
import { isOfCountries, mayBeDeclared } from "../../domain/clearance/declaration-number";
import { checkDoubts, type Doubt } from "../../domain/clearance/doubtful-numbers";
import { checkWeight, type Evidence, type KeptEvidence, type WeightRefusal } from "../../domain/orders/evidence";
import { checkNumbers, numbersIn } from "../../domain/orders/expected-evidence";
import { accept, checkAll, everyRefusal, type Refusal, type Result } from "../../domain/shared/result";
import type { LoadedOrder, PayloadRefusal, StepAt } from "./kinds/kind-in-order";
import { declaringOf, kindInOrder } from "./kinds/registry";
import { countriesOf } from "@/server/hubs/queries/network";
import { lockNames } from "../../db/repositories/platform";

type Doubted = Refusal<Doubt> | WeightRefusal | PayloadRefusal;
export type NumbersRefusal = Refusal<"number_not_of_order" | "declaration_number_malformed"> | Doubted;

/** Why numbers that are told are asked about, for the documentation. */
export const DOUBTS = [
  "customs_office_unknown",
  "number_of_other_deal",
  "plate_unlike_any",
  "wagon_without_goods",
  "weight_above_deal",
  "weight_above_payload",
] as const;

/** Whether numbers that are well formed and yet doubtful are meant as they are told. */
export const numbersConfirmed = z.boolean().default(false).meta({
  description:
    "Whether numbers are right that look wrong: of an unknown customs office, recorded in another deal, a plate unlike any, a wagon that carries no goods, a weight far above the deal's or more than its equipment takes. Kept with the step",
});

/** Whether the numbers beside a step are of the order's work and way; where none is told nothing is read. */
export async function checkToldNumbers(
  db: Reader,
  order: LoadedOrder,
  evidence: Evidence = {},
): Promise<Result<void, Refusal<"number_not_of_order">>> {
  if (numbersIn(evidence).length === 0) return accept(undefined);
  const { origin, destination } = await countriesOf(db, await itineraryOf(db, order.dealId));
  return checkNumbers({ ...order, originCountry: origin, destinationCountry: destination }, evidence);
}

/** Whether the customs of the order's countries can have given the numbers that a step is told with: a filing at its own time, every other step by then. */
export async function mayBeNumbered(
  db: Reader,
  order: LoadedOrder,
  { code, occurredAt, evidence }: StepAt & { readonly evidence?: Evidence | undefined },
): Promise<Result<void, Refusal<"declaration_number_malformed">>> {
  const told = evidence?.declarations ?? [];
  if (told.length === 0) return accept(undefined);
  const { countries, side } = await declaringOf(db, order);
  const filed = { ends: await countriesOf(db, order), side, filedAt: occurredAt, isLatest: code !== "filed" };
  const read = told.flatMap((one) => [isOfCountries(one, countries), mayBeDeclared(one, filed)]);
  return read.find((one) => !one.ok) ?? accept(undefined);
}

/** Locks the numbers that a step is told with: whether another deal has them is asked before they are kept. */
export const lockNumbers = (tx: Writer, told: Evidence["declarations"] = []): Promise<void> =>
  lockNames(
    tx,
    told.map(({ country, number }) => `declaration ${country} ${number}`),
  );

/**
 * The evidence of a step once its numbers are beyond doubt, or somebody has said that they are right, which is kept with them. What another deal has
 * is told of in no more than that the number stands there. A weight that is absurd is right by nobody's word.
 */
export async function confirmNumbers(
  db: Reader,
  order: LoadedOrder,
  {
    evidence = {},
    isConfirmed = false,
  }: { readonly evidence?: Evidence | undefined; readonly isConfirmed?: boolean | undefined },
): Promise<Result<KeptEvidence, Doubted>> {
  const { dealId, grossWeightGrams: dealGrams } = order;
  const { grossWeightGrams: told = 0 } = evidence;
  const elsewhere = [];
  for (const one of evidence.declarations ?? [])
    if (await isDeclaredInOtherDeal(db, { dealId, ...one })) elsewhere.push(one);
  const weight = checkWeight(told, dealGrams);
  if (!weight.ok && weight.refusal.code === "weight_absurd") return weight;
  const carried = told === 0 ? undefined : await kindInOrder(order).mayCarry?.(db, order, told);
  const beyond = checkAll<Doubted>([checkDoubts(evidence, elsewhere), weight, carried ?? accept(undefined)]);
  if (beyond.ok) return accept(evidence);
  if (!isConfirmed) return beyond;
  return accept({ ...evidence, confirmed: [...new Set(everyRefusal(beyond.refusal).map(({ code }) => code))] });
}
