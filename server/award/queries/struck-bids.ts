import "server-only";
import type { Reader } from "@/db/database";
import type { ShownDisqualification } from "@/domain/award/decide-view";
import type { Instant } from "@/domain/shared/instant";
import { shownDisqualifications } from "./decide-page";

type Compared = { readonly requestId: string; readonly reference: string; readonly isReadable: boolean };

/** The disqualifications of requests that their buyer compares; the caller has asked whether it is the buyer. */
export async function struckBids(
  read: Reader,
  requests: readonly Compared[],
  now: Instant,
): Promise<{ requestId: string; reference: string; all: ShownDisqualification[] }[]> {
  return Promise.all(
    requests
      .filter(({ isReadable }) => isReadable)
      .map(async ({ requestId, reference }) => ({
        requestId,
        reference,
        all: await shownDisqualifications(read, { requestId, isBuyer: true, ownBidId: null, now }),
      })),
  );
}
