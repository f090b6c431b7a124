import type { Reader } from "../../db/database";
import { photosOfRounds } from "../../db/repositories/inspection-photos";
import { roundsOfOrder } from "../../db/repositories/inspections";
import type { StoredOrder } from "../../db/repositories/orders";
import { locksOfOrders, remittancesOfOrders } from "../../db/repositories/remittances";
import type { RoomsOfOrder } from "../../domain/documents/packs/held-deliverables";

/** What the visits of an inspection order and the locks and sendings of a payment order hold; nothing of other orders. */
export async function roomsOfOrder(
  read: Reader,
  { id, service }: Pick<StoredOrder, "id" | "service">,
): Promise<RoomsOfOrder> {
  const rounds = service === "inspection" ? await roundsOfOrder(read, id) : [];
  const photos = await photosOfRounds(
    read,
    rounds.map((round) => round.id),
  );
  const ids = service === "payment" ? [id] : [];
  return {
    visits: rounds.map((round) => ({
      photoCount: photos.filter(({ roundId }) => roundId === round.id).length,
      hasPosition: round.position !== null,
      hasReport: round.reportFileId !== null,
    })),
    locks: await locksOfOrders(read, ids),
    sendings: (await remittancesOfOrders(read, ids)).flatMap(({ reference }) =>
      reference === null ? [] : [{ reference }],
    ),
  };
}
