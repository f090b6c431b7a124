import type { BorderDelay } from "@/domain/orders/chain/eta";
import type { WaitAt } from "@/domain/hubs/board/board";
import type { Mode } from "@/domain/hubs/place";
import type { Instant } from "@/domain/shared/instant";

/** How long goods wait at a hub that they come to at some time, by what is known of it now; nothing where nothing is known. */
export const borderDelay =
  (waitAt: WaitAt) =>
  (hubId: string, mode: Mode, arrival: Instant): BorderDelay => {
    const wait = waitAt(hubId, mode, arrival);
    return { queueMs: wait?.queueMs ?? 0, closureMs: wait?.closedMs ?? 0, source: wait?.source ?? "none" };
  };
