import type { BorderDelay } from "../../domain/chain/eta";
import { waitKey } from "../../domain/hubs/network/prepare-network";
import type { Mode } from "../../domain/hubs/place";
import { HOUR_MS, type Instant } from "../../domain/shared/instant";
import { dayOf } from "../../domain/shared/local-date";
import type { World } from "../queries/network";

/** How long goods wait at a hub that they come to at some time: the planning figure of that month. */
export const borderDelay =
  ({ network }: World) =>
  (hubId: string, mode: Mode, arrival: Instant): BorderDelay => {
    const month = Number(dayOf(arrival).slice(5, 7));
    const hours = network.waits.get(waitKey(hubId, mode, month))?.hours ?? 0;
    return { queueMs: hours * HOUR_MS, closureMs: 0, source: "month" };
  };
