import type { Writer } from "../db/database";
import { findChain, insertChain } from "../db/repositories/chains";
import type { Gate } from "../domain/orders/chain/gate";
import type { Instant } from "../domain/shared/instant";
import { settleChain } from "../server/orders/chain/settle-chain";
import type { Written } from "../server/platform/platform";

/**
 * Throws where a command leaves an order held that no gate holds any more, or free that one holds: whoever changes what gates are judged
 * by settles the chain of the deal in the same transaction. Before the first award nothing is held yet.
 */
export async function settledChains({ tx, now, events }: Written): Promise<void> {
  const deals = new Set(events.flatMap((event) => ("dealId" in event && event.dealId ? [event.dealId] : [])));
  for (const dealId of deals) {
    const chain = await findChain(tx, dealId);
    if (!chain || chain.fixedAt === null) continue;
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
