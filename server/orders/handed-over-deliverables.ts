import type { Reader } from "../../db/database";
import { type StoredMilestone, type StoredOrder, findMilestones } from "../../db/repositories/orders";
import {
  type Deliverables,
  type HeldDeliverable,
  heldInPapers,
  missingDeliverables,
} from "../../domain/documents/deliverables";
import type { SidedNumber } from "../../domain/clearance/declaration-number";
import { deliverablesOf, versionsOfDeal } from "../../db/repositories/documents";
import { filesOfSubject } from "../../db/repositories/files";
import { findRequest } from "../../db/repositories/requests";
import { currentOf } from "../../domain/documents/deal-document";
import { kindOf, storedSpec } from "../../domain/services/registry";
import { assert } from "../../domain/shared/result";
import { recordsOf } from "./kinds/registry";
import { countriesOf } from "@/server/hubs/queries/network";

type Held = { readonly held: readonly HeldDeliverable[]; readonly declared: readonly SidedNumber[] };

/** What stands in other rooms of the order; papers of the deal are for its buyer and for those providers whose kind names any. */
export async function heldOf(read: Reader, order: StoredOrder, steps: readonly StoredMilestone[]): Promise<Held> {
  const kinds = kindOf(order.service).deliverablePapers;
  const papers = kinds && order.state !== "cancelled" ? currentOf(await versionsOfDeal(read, order.dealId)) : [];
  const { held, declared = [] } = await recordsOf(read, order, steps);
  return { held: [...heldInPapers(kinds ?? {}, papers), ...held], declared };
}

/** What an order's provider hands over and what of it is owed. Of a spec that is read no longer it is not known what the order leaves out: all of its kind is offered, and owed. */
export async function askedOf(
  read: Reader,
  order: StoredOrder,
  named: readonly { readonly code: string }[],
): Promise<Deliverables> {
  const kind = kindOf(order.service);
  const request = await findRequest(read, order.requestId);
  assert(request, `order ${order.id} has its request`);
  const spec = storedSpec(kind, request.spec);
  const isNamed = (code: string) => named.some((one) => one.code === code);
  const { mode } = order;
  const { destination: destinationCountry } = await countriesOf(read, order);
  const codes = (kind.deliverables ?? []).filter(
    (code) => isNamed(code) || spec === null || (kind.offers?.(code, { spec, mode, destinationCountry }) ?? true),
  );
  const owed = (spec === null ? undefined : kind.owed?.(spec)) ?? codes;
  return { codes, steps: kind.deliverableSteps ?? {}, owed: order.state === "cancelled" ? [] : owed };
}

/** What an order owes and has not handed over yet, by any file, paper of the deal or number. */
export async function notHandedOver(read: Reader, order: StoredOrder): Promise<string[]> {
  const named = await deliverablesOf(read, order.id);
  const files = await filesOfSubject(read, { kind: "order", id: order.id });
  const steps = await findMilestones(read, order);
  return missingDeliverables(await askedOf(read, order, named), {
    steps,
    ...(await heldOf(read, order, steps)),
    files: files
      .filter(({ state }) => state !== "infected")
      .map(({ id, milestoneCode }) => ({
        ...{ id, name: "", isOwn: true, mayRead: true, milestoneCode },
        deliverable: named.find(({ fileId }) => fileId === id)?.code ?? null,
      })),
  });
}
