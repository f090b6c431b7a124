import type { Actor } from "../../../domain/access/policy";

type Facts = Pick<Actor, "kind"> & Partial<Omit<Actor, "kind">>;

/** Makes an Actor. Imported only by the session gate, the API-key gate, the gate of field links, the worker and the demo builder: the import law says so. */
export const mintActor = (facts: Facts): Actor =>
  ({ userId: null, organisationId: null, role: null, scopes: null, apiKeyId: null, link: null, ...facts }) as Actor;
