import type { Reader } from "../../db/database";
import { shipmentOf } from "../../domain/deals/shipment-of";
import type { StoredDeal } from "../../db/repositories/deals";
import type { Ends } from "../../domain/deals/plan-deal";
import { kindOf } from "../../domain/services/registry";
import type { Service } from "../../domain/services/service";
import type { SpecIssue } from "../../domain/services/spec-issue";
import type { Instant } from "../../domain/shared/instant";
import { type Refusal, refuse } from "../../domain/shared/result";
import { world } from "../queries/network";
import { valueUsd } from "./value-usd";

type OfDeal = Pick<StoredDeal, "direction" | "mode" | "goodsValue" | "readyDate" | "cargo"> & {
  /** Null while no way through a hub is known. */
  readonly hubId: string | null;
};

/** What the kind's own rules find in a spec, against its deal and the day's rates. */
export async function specIssues(
  db: Reader,
  asked: { readonly service: Service; readonly spec: unknown },
  of: { readonly deal: OfDeal; readonly ends: Ends; readonly now: Instant },
): Promise<readonly SpecIssue[]> {
  const hubKind = (await world(db)).hubs.get(of.deal.hubId ?? "")?.kind;
  const countries = { origin: of.ends.origin.country, destination: of.ends.destination.country };
  const shipment = { ...shipmentOf(of.deal, countries), hubKind };
  return kindOf(asked.service).checkSpec(asked.spec, shipment, await valueUsd(db, of.deal.goodsValue, of.now));
}

/** A spec's broken rule as the one refusal of specs: `rule` names it and `field` says where. */
export const specInvalid = (issue: {
  path: readonly PropertyKey[];
  message: string;
  values?: SpecIssue["values"];
}): { ok: false; refusal: Refusal<"spec_invalid"> } =>
  refuse("spec_invalid", {
    field: ["spec", ...issue.path.map(String)].join("."),
    rule: issue.message.replace(/^issue\./, ""),
    ...issue.values,
  });
