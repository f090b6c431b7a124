import { isNotNull } from "drizzle-orm";
import type { Writer } from "../db/database";
import { insertChain } from "../db/repositories/chains";
import { chains } from "../db/schema/chain";
import type { Gate } from "../domain/orders/chain/gate";
import type { Instant } from "../domain/shared/time";
import { settleChain } from "../server/orders/chain/settle-chain";
import type { Written } from "../server/platform/platform";

/**
 * Throws where a command leaves an order held that no gate holds any more, or free that one holds: whoever changes what gates are judged
 * by settles the chain of the deal in the same transaction. Asked of every deal of the test's market, whatever the command told of.
 */
export async function settledChains({ tx, now }: Pick<Written, "tx" | "now">): Promise<void> {
  // Before the first award nothing is held yet.
  const fixed = await tx.select({ dealId: chains.dealId }).from(chains).where(isNotNull(chains.fixedAt));
  for (const { dealId } of fixed) {
    const publish = (event: { readonly type: string }) => {
      throw new Error(`a command left the chain of deal ${dealId} unsettled: ${event.type} was not told`);
    };
    await settleChain({ tx, now, publish }, dealId);
  }
}

/** Gives a contracted deal these gates, as its award would have left them. */
export async function layChain(tx: Writer, dealId: string, { gates, at }: { gates: readonly Gate[]; at: Instant }) {
  const fixed = { fixedAt: at, updatedAt: at, updatedByUserId: null };
  await insertChain(tx, { dealId, gates: [...gates], isEdited: false, closed: [], ...fixed, version: 1 });
  await settleChain({ tx, now: at, publish: () => undefined }, dealId);
}
