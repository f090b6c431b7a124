import type { Reader } from "@/db/database";
import { findChain } from "@/db/repositories/chains";
import type { ChainOrder } from "@/domain/orders/chain/chain-facts";
import { gatesAhead, type GateRefusal, passes } from "@/domain/orders/chain/holds";
import { assert } from "@/domain/shared/assert";
import { accept, type Result } from "@/domain/shared/result";
import { readFacts } from "./facts/read-facts";
import { readParts } from "./read-parts";

type Order = Pick<ChainOrder, "service" | "milestones"> & { readonly dealId: string };

/** Whether the gates of the order's deal let a step through. Most steps have none before them: then no more than the gates is read. */
export async function passesGates(db: Reader, order: Order, code: string): Promise<Result<void, GateRefusal>> {
  const { dealId } = order;
  const fixed = gatesAhead(order, code, (await findChain(db, dealId))?.gates ?? []);
  if (fixed.length === 0) return accept(undefined);
  const [parts] = await readParts(db, [dealId]);
  assert(parts, "every deal that is asked for is answered");
  const gates = gatesAhead(order, code, parts.gates);
  const facts = (await readFacts(db, [{ ...parts, gates }])).get(dealId);
  assert(facts, "every deal that is asked for is answered");
  return passes(order, code, { gates, facts });
}
