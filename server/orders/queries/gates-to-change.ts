import "server-only";
import type { Reader } from "@/db/database";
import { findChain } from "@/db/repositories/chains";
import { findDeal } from "@/db/repositories/deals";
import { requestsOfDeal } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import { defaultGates } from "@/domain/orders/chain/deal-gates";
import { type Gate, gateKey } from "@/domain/orders/chain/gate";
import type { Mode } from "@/domain/hubs/place";
import { isInDeal } from "@/domain/requests/fallback";
import { type Service, SERVICES } from "@/domain/shared/service";
import { namedHub, referenceData } from "../../hubs/queries/network";

export type GateOffer = {
  readonly reference: string;
  readonly mode: Mode;
  readonly services: readonly Service[];
  /** Those that stand and those that would by themselves; the ones that stand first. */
  readonly gates: readonly { readonly key: string; readonly gate: Gate; readonly isOn: boolean }[];
  readonly version: number;
};

/** What the buyer may still change of its deal's gates; null where it may not, or an award has fixed them. */
export async function gatesToChange(read: Reader, viewer: Actor, dealId: string): Promise<GateOffer | null> {
  const deal = await findDeal(read, dealId);
  if (!deal || deal.contractedAt !== null || !may(viewer, "chain.change", deal)) return null;
  const requests = (await requestsOfDeal(read, dealId)).filter(isInDeal);
  const { isBorderHub } = namedHub(await referenceData(read), deal.hubId);
  const kept = await findChain(read, dealId);
  const usual = defaultGates({ mode: deal.mode, isBorderHub, services: requests });
  const standing = kept?.gates ?? usual;
  const keys = new Set(standing.map(gateKey));
  const offered = [...standing, ...usual.filter((gate) => !keys.has(gateKey(gate)))];
  return {
    ...{ reference: deal.reference, mode: deal.mode },
    services: SERVICES.filter((service) => requests.some((request) => request.service === service)),
    gates: offered.map((gate) => ({ key: gateKey(gate), gate, isOn: keys.has(gateKey(gate)) })),
    version: kept?.version ?? 0,
  };
}
