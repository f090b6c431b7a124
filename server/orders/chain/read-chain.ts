import type { Reader } from "@/db/database";
import type { Gate } from "@/domain/orders/chain/gate";
import { isAhead } from "@/domain/orders/chain/holds";
import { assert } from "@/domain/shared/assert";
import { type DealFacts, readFacts } from "./facts/read-facts";
import { readParts } from "./read-parts";

/** A deal's orders with their milestones, its gates, and all that these are judged by. */
export type Chain = { readonly dealId: string; readonly gates: readonly Gate[]; readonly facts: DealFacts };

/**
 * The chains of deals, by deal, with the facts that their gates ahead are judged by: one that has let its order through holds nothing any
 * more, so that nothing is read for it. A deal whose gates no award has fixed has none yet.
 */
export async function readChains(db: Reader, dealIds: readonly string[]): Promise<ReadonlyMap<string, Chain>> {
  const parts = await readParts(db, dealIds);
  const ahead = parts.map(({ gates, ...of }) => ({ ...of, gates: gates.filter((gate) => isAhead(gate, of.orders)) }));
  const facts = await readFacts(db, ahead);
  return new Map(
    parts.map(({ dealId, gates }) => {
      const own = facts.get(dealId);
      assert(own, "every deal that is asked for is answered");
      return [dealId, { dealId, gates, facts: own }];
    }),
  );
}

/** The chain of a deal with the facts that all its gates are judged by, those that have let their order through as well. */
export async function readChain(db: Reader, dealId: string): Promise<Chain> {
  const [parts] = await readParts(db, [dealId]);
  const facts = parts && (await readFacts(db, [parts])).get(dealId);
  assert(parts && facts, "every deal that is asked for is answered");
  return { dealId, gates: parts.gates, facts };
}
