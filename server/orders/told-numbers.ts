import type { Reader } from "../../db/database";
import { countriesOf } from "../../db/repositories/bidding";
import { itineraryOf } from "../../db/repositories/deals";
import { isOfCountries, mayBeDeclared } from "../../domain/clearance/declaration-number";
import type { Evidence } from "../../domain/orders/evidence";
import { checkNumbers, numbersIn } from "../../domain/orders/expected-evidence";
import { accept, type Refusal, type Result } from "../../domain/shared/result";
import type { LoadedOrder, StepAt } from "./kinds/kind-in-order";
import { declaringOf } from "./kinds/registry";

export type NumbersRefusal = Refusal<"number_not_of_order" | "declaration_number_malformed">;

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
