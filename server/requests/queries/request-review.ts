import "server-only";
import type { Reader } from "@/db/database";
import { findDeal } from "@/db/repositories/deals";
import { namesOf } from "@/db/repositories/parties";
import { listInReview, type StoredRequest } from "@/db/repositories/requests";
import type { Actor } from "@/domain/access/actor";
import { may } from "@/domain/access/policy";
import type { HeldRequest } from "@/views/requests";
import { kindOf, publicSpec } from "@/domain/services/registry";
import { assert } from "@/domain/shared/assert";
import { namedHub, namedPlace, referenceData } from "../../hubs/queries/network";

const SHOWN = 50;

async function heldOf(read: Reader, request: StoredRequest): Promise<Omit<HeldRequest, "buyer">> {
  const deal = await findDeal(read, request.dealId);
  assert(deal, "a request has its deal");
  const known = await referenceData(read);
  return {
    id: request.id,
    reference: request.reference,
    service: request.service,
    title: deal.title,
    goods: deal.cargo.map((line) => `${line.description} (${line.hsCode})`),
    goodsValue: deal.goodsValue,
    origin: namedPlace(known, deal.originId),
    destination: namedPlace(known, deal.destinationId),
    hub: namedHub(known, deal.hubId),
    mode: deal.mode,
    spec: publicSpec(request.service, kindOf(request.service).specSchema.parse(request.spec)),
    createdAt: request.createdAt,
    closesAt: request.closesAt,
  };
}

/** The requests that wait for an administrator, the first to close first; null for everybody else. */
export async function requestsInReview(read: Reader, viewer: Actor): Promise<HeldRequest[] | null> {
  if (!may(viewer, "requests.review")) return null;
  const held = await listInReview(read, SHOWN);
  const names = await namesOf(
    read,
    held.map((request) => request.buyerOrganisationId),
  );
  return Promise.all(
    held.map(async (request) => {
      const buyer = names.get(request.buyerOrganisationId);
      assert(buyer, "the buyer of a request exists");
      return { ...(await heldOf(read, request)), buyer };
    }),
  );
}
