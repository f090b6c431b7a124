import type { z } from "zod";
import type { MilestoneDefinition } from "../orders/order";
import { customs } from "./customs/kind";
import { inspection } from "./inspection/kind";
import type { ServiceKind } from "./kind";
import { logistics } from "./logistics/kind";
import { payment } from "./payment/kind";
import type { Service } from "./service";

/** Every kind of service by its name. */
export const SERVICE_KINDS = { logistics, payment, customs, inspection } as const satisfies Record<
  Service,
  ServiceKind
>;

export type SpecOf<S extends Service> = z.output<(typeof SERVICE_KINDS)[S]["specSchema"]>;
export type TermsOf<S extends Service> = z.output<(typeof SERVICE_KINDS)[S]["termsSchema"]>;

/** The kind where the service is only known at run time; its spec must come from the same kind's schema. */
export const kindOf = (service: Service): ServiceKind => SERVICE_KINDS[service];

/** What the kind says of the order in which a milestone comes; a code that it no longer has is one among others. */
export function milestoneOf(service: Service, code: string): MilestoneDefinition {
  const { isDelivery, isFloating } = kindOf(service).milestones.find((milestone) => milestone.code === code) ?? {};
  return { code, ...(isDelivery ? { isDelivery } : {}), ...(isFloating ? { isFloating } : {}) };
}
