import type { Mode } from "../../hubs/place";
import type { AwaitedStep } from "../../services/due/agreed";
import { kindOf } from "../../services/registry";
import type { Service } from "../../shared/service";
import { type Instant, instant } from "../../shared/instant";
import type { ChainOrder } from "./chain-facts";
import { codeIn } from "./gate";

type Waiting = { readonly service: Service; readonly mode: Mode; readonly spec: unknown };

/** The step of another service that an order's days also wait for, by its kind; null where they wait for none. */
export const daysAlsoFrom = ({ service, mode, spec }: Waiting) => kindOf(service).daysAlsoFrom?.(spec, mode) ?? null;

/**
 * That step as it stands in the orders of the deal. Null where the kind names none, where the deal has no order with it (nobody was asked, or
 * the buyer sees to it itself), or where that order was called off. A step that was passed over without a word had happened by the next one
 * that was reported.
 */
export function awaitedStep(
  waiting: Waiting,
  orders: readonly Pick<ChainOrder, "service" | "state" | "milestones">[],
): AwaitedStep | null {
  const step = daysAlsoFrom(waiting);
  const other = step && orders.find((one) => one.service === step.service && one.state !== "cancelled");
  if (!other) return null;
  const code = codeIn(other, step.code);
  const place = other.milestones.findIndex((milestone) => milestone.code === code);
  if (place < 0) return null;
  const told = other.milestones
    .slice(place)
    .flatMap(({ occurredAt, isFloating }): readonly Instant[] =>
      occurredAt === null || isFloating ? [] : [occurredAt],
    );
  return { occurredAt: told.length === 0 ? null : instant(Math.min(...told)) };
}
