import type { Equipment } from "../../services/logistics/equipment";
import type { Service } from "../../shared/vocabulary";
import type { Facet } from "./facets";

/** What a request asks of whoever is to do it, as far as a listing can say it. */
export type Need = {
  readonly service: Service;
  readonly hubId: string;
  readonly corridor: string;
  readonly equipment: Equipment | null;
  readonly hasDangerousGoods: boolean;
};

export const FIT_CODES = ["dangerous_goods", "corridor", "hub", "equipment"] as const;
export type FitCode = (typeof FIT_CODES)[number];

/** A part of what is asked for: the value that a listing has of a facet where it fits, and how much that counts. */
export type FitPart = {
  readonly code: FitCode;
  readonly facet: Exclude<Facet, "service">;
  readonly value: string;
  readonly weight: number;
};

/**
 * The parts of a need, the weightiest first; the service itself is no part, since whoever does not offer it is not in the list. Who may not carry dangerous goods stands
 * below all who may, whatever else fits; the ends of the way come before the hub, and the hub before the equipment. Weights are our choice.
 */
export function fitParts({ service, hubId, corridor, equipment, hasDangerousGoods }: Need): FitPart[] {
  const isCarried = service === "logistics";
  return [
    ...(isCarried && hasDangerousGoods
      ? [{ code: "dangerous_goods", facet: "licence", value: "dangerous_goods", weight: 8 } as const]
      : []),
    { code: "corridor", facet: "corridor", value: corridor, weight: 4 },
    { code: "hub", facet: "hub", value: hubId, weight: 2 },
    ...(isCarried && equipment !== null
      ? [{ code: "equipment", facet: "equipment", value: equipment, weight: 1 } as const]
      : []),
  ];
}

/** Which parts of a need a listing has, and which it lacks; `values` are those of the listing of the need's service. */
export function fitOf(
  parts: readonly FitPart[],
  values: readonly (readonly [facet: string, value: string])[],
): { readonly has: readonly FitCode[]; readonly lacks: readonly FitCode[] } {
  const isThere = ({ facet, value }: FitPart) => values.some(([own, said]) => own === facet && said === value);
  return {
    has: parts.filter(isThere).map(({ code }) => code),
    lacks: parts.filter((part) => !isThere(part)).map(({ code }) => code),
  };
}
