import "server-only";
import type { Reader } from "@/db/database";
import type { StoredDeal } from "@/db/repositories/deals";
import type { StoredOrder } from "@/db/repositories/orders";
import type { StoredRequest } from "@/db/repositories/requests";
import { reroutesOf, type StoredReroute } from "@/db/repositories/chains";
import { type Actor, may } from "@/domain/access/policy";
import { isOvertaken, mayAsk } from "@/domain/orders/reroute";
import { HOUR_MS } from "@/domain/shared/time";
import { money } from "@/domain/shared/money";
import type { Side } from "@/domain/orders/slots/slot";
import type { DealChain, Reroute } from "@/views/chain";
import type { Chain } from "../chain/settle-chain";
import { namedHub, referenceData } from "../../hubs/queries/network";

type Around = {
  readonly viewer: Actor;
  readonly deal: StoredDeal;
  readonly requests: readonly StoredRequest[];
  readonly chain: Chain;
};

/** Which side of the carriage the viewer's organisation is; null for the other providers of the deal. */
function sideOf({ viewer }: Pick<Around, "viewer">, carriage: StoredOrder): Side | null {
  if (viewer.organisationId === carriage.buyerOrganisationId) return "buyer";
  return viewer.organisationId === carriage.providerOrganisationId ? "provider" : null;
}

type Seen = { readonly side: Side | null; readonly isTheirs: boolean; readonly isTooLate: boolean };

const viewOf = (
  reroute: StoredReroute,
  { side, isTheirs, isTooLate }: Seen,
  named: Pick<Reroute, "from" | "to">,
): Reroute => ({
  ...named,
  ...{ fromHubId: reroute.fromHubId, toHubId: reroute.toHubId },
  number: reroute.number,
  state: reroute.state === "asked" && isTooLate ? "overtaken" : reroute.state,
  askedBy: reroute.askedBy,
  askedAt: reroute.askedAt,
  // Between two companies: what they say to each other may name a price.
  reason: side === null ? "" : reroute.reason,
  extra: side === null || reroute.extraMinor === 0n ? null : money(reroute.extraMinor, reroute.extraCurrency),
  laterHours: Number(reroute.laterMs) / HOUR_MS,
  furtherKm: reroute.furtherKm,
  answeredAt: reroute.answeredAt,
  answer: side === null ? null : reroute.answerWords,
  isViewersTurn: isTheirs && !isTooLate && reroute.state === "asked" && reroute.askedBy !== side,
  mayWithdraw: isTheirs && !isTooLate && reroute.state === "asked" && reroute.askedBy === side,
});

/** Other ways that were asked for in a deal, and whether the viewer may ask for one. What is paid for them buyer and carrier alone read. */
export async function reroutesFor(
  read: Reader,
  around: Around,
  carriage: StoredOrder | undefined,
): Promise<Pick<DealChain, "reroutes" | "mayReroute" | "carriageCurrency">> {
  if (!carriage) return { reroutes: [], mayReroute: false, carriageCurrency: null };
  const { viewer, deal, requests, chain } = around;
  const asked = await reroutesOf(read, deal.id);
  const known = await referenceData(read);
  const organisationIds = [carriage.buyerOrganisationId, carriage.providerOrganisationId];
  const isTheirs = may(viewer, "route.change", { organisationIds });
  const side = sideOf(around, carriage);
  const carried = chain.facts.orders.find(({ id }) => id === carriage.id) ?? null;
  const underway = { hubId: deal.hubId, carriage: carried, requests, reroutes: asked };
  return {
    reroutes: asked
      .map((one) =>
        viewOf(
          one,
          { side, isTheirs, isTooLate: carried === null || isOvertaken(carried) },
          { from: namedHub(known, one.fromHubId), to: namedHub(known, one.toHubId) },
        ),
      )
      .reverse(),
    mayReroute: isTheirs && mayAsk(underway, "").ok,
    carriageCurrency: side === null ? null : carriage.contractCurrency,
  };
}
