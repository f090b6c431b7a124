import "server-only";
import type { Reader } from "@/db/database";
import { amendmentsOf as storedAmendments, countUnconfirmed, type StoredAmendment } from "@/db/repositories/amendments";
import { findVisibleRequest, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/policy";
import type { NamedHub, Service } from "@/domain/shared/vocabulary";
import { isOfTime } from "@/domain/requests/amendment";
import { isPrivateChange } from "@/domain/services/registry";
import type { Instant } from "@/domain/shared/time";
import type { Amendment } from "@/views/amendments";
import { namedHub, referenceData } from "../../hubs/queries/network";

type Showing = { readonly viewer: Actor; readonly isBuyer: boolean; readonly service: Service };

function viewOf({ by, changes, ...amendment }: StoredAmendment, { viewer, isBuyer, service }: Showing): Amendment {
  const shown = isBuyer ? changes : changes.filter(({ path }) => !isPrivateChange(service, path));
  return {
    ...amendment,
    changes: viewer.organisationId === null ? changes.filter(isOfTime) : shown,
    by: isBuyer ? by : null,
  };
}

/** Amendments of a request that the viewer may read anyway, the latest first; private members to the buyer only. Nothing is read where there are none. */
export async function amendmentsShown(
  read: Reader,
  viewer: Actor,
  request: Pick<StoredRequest, "id" | "service" | "amendmentCount" | "buyerOrganisationId">,
): Promise<Amendment[]> {
  if (request.amendmentCount === 0) return [];
  const isBuyer = viewer.organisationId !== null && viewer.organisationId === request.buyerOrganisationId;
  const showing = { viewer, isBuyer, service: request.service };
  return (await storedAmendments(read, request.id)).map((amendment) => viewOf(amendment, showing));
}

/** The amendments of a request by its id; null where the viewer may not know of it. */
export async function amendmentsOf(read: Reader, viewer: Actor, requestId: string): Promise<Amendment[] | null> {
  const request = await findVisibleRequest(read, viewer, requestId);
  return request ? amendmentsShown(read, viewer, request) : null;
}

/** Hubs by their ids, as people call them; an id that is gone stands for itself. */
export async function hubNames(read: Reader): Promise<(id: string) => NamedHub> {
  const known = await referenceData(read);
  return (id) => namedHub(known, id);
}

/** How many bids were out at the close, since nobody had confirmed them; a number, like that of the bids, is for everybody. */
export async function unconfirmedAtClose(
  read: Reader,
  request: { readonly id: string; readonly amendmentCount: number; readonly closedAt: Instant | null },
): Promise<number> {
  return request.amendmentCount === 0 || request.closedAt === null ? 0 : countUnconfirmed(read, request);
}
