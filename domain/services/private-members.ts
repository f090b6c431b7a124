import { kindOf } from "./registry";
import type { Service } from "../shared/service";

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
