import type { z } from "zod";
import type { Mode } from "../hubs/place";
import type { Milestone, MilestoneDefinition, ServiceKind } from "./kind";
import { customs } from "./customs/kind";
import { inspection } from "./inspection/kind";
import { logistics } from "./logistics/kind";
import { payment } from "./payment/kind";
import type { Service } from "../shared/vocabulary";

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

/** The hours that a bid promises in place of its days; null where its days count. Of hours and days only one is shown and due. */
export function hoursForDays(service: Service, terms: unknown): number | null {
  const kind = kindOf(service);
  return (kind.hoursAlone && kind.promisedHours?.(terms ?? {})?.hours) || null;
}

type NewOrder = {
  readonly service: Service;
  /** What its request asked for, as it was stored. */
  readonly spec: unknown;
  /** Whether its provider has approved its client on an earlier order. */
  readonly isClientKnown: boolean;
};

/** Steps of its kind that an order is made without; none where what was asked for is read no longer. */
export function stepsLeftOut({ service, spec: stored, isClientKnown }: NewOrder): readonly string[] {
  const kind = kindOf(service);
  const spec = kind.stepsLeftOut ? storedSpec(kind, stored) : null;
  return spec === null ? [] : (kind.stepsLeftOut?.({ spec, isClientKnown }) ?? []);
}

/** Whether what was asked for says which steps of such an order are unusual. */
export const hasStepsBySpec = (service: Service): boolean => kindOf(service).unusualSteps !== undefined;

/** The steps of an order that are unusual with what its request asked for, as it was stored. */
export function unusualSteps(service: Service, stored: unknown): ReadonlySet<string> {
  const kind = kindOf(service);
  const spec = kind.unusualSteps ? storedSpec(kind, stored) : null;
  return new Set(spec === null ? [] : kind.unusualSteps?.(spec));
}

type StepsOf = {
  readonly service: Service;
  readonly mode?: Mode;
  /** By what was asked for (`unusualSteps`). */
  readonly unusual?: ReadonlySet<string> | undefined;
};

/** What the kind says of a milestone of such an order; a code that it no longer has is one among others. */
export function milestoneOf({ service, mode, unusual }: StepsOf, code: string): MilestoneDefinition {
  const said = kindOf(service).milestones.find((milestone) => milestone.code === code);
  const usual = said?.modes && [...said.modes, ...(said.formerModes ?? [])];
  const isUnusual = said?.isUnusual || unusual?.has(code) || (mode && usual && !usual.includes(mode));
  return {
    code,
    ...(said?.isDelivery ? { isDelivery: true } : {}),
    ...(said?.isFloating ? { isFloating: true } : {}),
    ...(said?.besideAfter ? { besideAfter: said.besideAfter } : {}),
    ...(isUnusual ? { isUnusual: true } : {}),
    ...(said?.isRequired ? { isRequired: true } : {}),
  };
}

type Members = Readonly<Record<string, unknown>>;

function without(members: Members, [name = "", ...rest]: readonly string[]): Members {
  if (!(name in members)) return members;
  const { [name]: member, ...others } = members;
  return rest.length === 0 ? others : { ...others, [name]: without(member as Members, rest) };
}

/** A spec as those read it who may not know its private members: bidders, and whoever looks a request over. */
export const publicSpec = <Spec>(service: Service, spec: Spec): Spec =>
  (kindOf(service).privateMembers ?? []).reduce<Members>(
    (members, path) => without(members, path.split(".")),
    spec as Members,
  ) as Spec;

/** Whether a change of a request (`spec.payee.account`) is of a private member, or of the group that holds one. */
export const isPrivateChange = (service: Service, path: string): boolean =>
  (kindOf(service).privateMembers ?? []).some((member) => {
    const whole = `spec.${member}`;
    return path === whole || path.startsWith(`${whole}.`) || whole.startsWith(`${path}.`);
  });
