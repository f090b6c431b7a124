import type { BuyersWord } from "@/components/orders/chain/state-button";
import { newId } from "@/server/platform/new-id";
import { stateAction } from "./actions";

/** What the buttons by which the buyer gives its own word send, each with a key of its own. */
export const wordOf = (): BuyersWord => ({ action: stateAction, newKey: newId });
