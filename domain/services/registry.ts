import type { z } from "zod";
import type { Mode } from "../hubs/place";
import type { MilestoneDefinition } from "../orders/order";
import { customs } from "./customs/kind";
import { inspection } from "./inspection/kind";
import type { Milestone, ServiceKind } from "./kind";
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

/** A spec as it was stored, read by its kind's schema; null where an older version stored it in a form that is read no longer. */
export const storedSpec = <Spec>(kind: Pick<ServiceKind<Spec>, "specSchema">, stored: unknown): Spec | null =>
  kind.specSchema.safeParse(stored).data ?? null;

/** The milestones that an order of a kind is made with, by its mode of carriage; those of every mode where none is named. */
export const milestonesFor = (service: Service, mode?: Mode): readonly Milestone[] =>
  kindOf(service).milestones.filter(({ modes }) => !mode || !modes || modes.includes(mode));

/** What the kind says of a milestone of an order by such a mode; a code that it no longer has is one among others. */
export function milestoneOf(
  { service, mode }: { readonly service: Service; readonly mode?: Mode },
  code: string,
): MilestoneDefinition {
  const said = kindOf(service).milestones.find((milestone) => milestone.code === code);
  const usual = said?.modes && [...said.modes, ...(said.formerModes ?? [])];
  const isUnusual = said?.isUnusual || (mode && usual && !usual.includes(mode));
  return {
    code,
    ...(said?.isDelivery ? { isDelivery: true } : {}),
    ...(said?.isFloating ? { isFloating: true } : {}),
    ...(isUnusual ? { isUnusual: true } : {}),
  };
}
