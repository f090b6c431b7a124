import type { Reader } from "@/db/database";
import { judgedRounds } from "@/db/repositories/inspections";
import type { Verdict } from "@/domain/orders/chain/chain-facts";
import { verdictOfRounds } from "@/domain/inspections/verdict-of-rounds";

/** Whether the goods may be taken, by inspection order, where something is on record. */
export async function verdictsOf(db: Reader, orderIds: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
  const rounds = await judgedRounds(db, orderIds);
  const ids = [...new Set(rounds.map(({ orderId }) => orderId))];
  return new Map(ids.map((id) => [id, verdictOfRounds(rounds.filter(({ orderId }) => orderId === id))]));
}
