import { kindOf, storedSpec } from "../services/registry";
import type { SpecIssue, SpecWarning } from "../services/spec-issue";
import type { Service } from "../shared/vocabulary";
import { pickUpDaysOf } from "./leave-day";

type Asked = { readonly service: Service; readonly spec: unknown };

/** Requests with their specs as they are read, null where one is read no longer. */
export const asRead = (stored: readonly Asked[]): Asked[] =>
  stored.map(({ service, spec }) => ({ service, spec: storedSpec(kindOf(service), spec) }));

/** What each of a deal's requests does not agree with in the others; of a spec that is read no longer nothing is said. */
export function conflictsAmong(requests: readonly Asked[]): ReadonlyMap<Service, readonly SpecWarning[]> {
  const beside = pickUpDaysOf(requests);
  return new Map(
    requests.map(({ service, spec }) => [
      service,
      spec === null ? [] : (kindOf(service).conflicts?.(spec, beside) ?? []),
    ]),
  );
}

/** What a request asks that cannot be beside the others of its deal: the rules that are not met by it, whichever of two requests that do not agree it is. */
export function faultsBeside(asked: Asked, others: readonly Asked[]): SpecIssue[] {
  const { service } = asked;
  const among = conflictsAmong([...others.filter((other) => other.service !== service), asked]);
  return [...among].flatMap(([ofService, conflicts]) =>
    conflicts.flatMap(({ fault, faultBeside }) => {
      const own = ofService === service ? fault : faultBeside?.service === service ? faultBeside : undefined;
      return own ? [{ path: own.path, message: own.message, ...(own.values ? { values: own.values } : {}) }] : [];
    }),
  );
}
