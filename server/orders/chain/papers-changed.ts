import { findDeal } from "@/db/repositories/deals";
import { assert } from "@/domain/shared/assert";
import type { CommandContext } from "../../platform/command";
import { settleChain } from "./settle-chain";

/** What follows when a paper of the deal is entered, typed in anew or taken back: gates that wait for papers are judged again. */
export async function papersChanged(
  context: Pick<CommandContext, "tx" | "now" | "publish">,
  dealId: string,
): Promise<void> {
  const deal = await findDeal(context.tx, dealId);
  assert(deal, `deal ${dealId} is there`);
  const { reference, buyerOrganisationId } = deal;
  context.publish({ type: "chain.changed", dealId, reference, buyerOrganisationId });
  await settleChain(context, dealId);
}
