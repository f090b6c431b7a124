import "server-only";
import type { Reader } from "../../db/database";
import { versionsOfDeal } from "../../db/repositories/deal-documents";
import { allDocumentRules } from "../../db/repositories/document-rules";
import { requestsOfDeal } from "../../db/repositories/requests";
import type { Actor } from "../../domain/access/actor";
import { mayEver } from "../../domain/access/policy";
import { crossCheck } from "../../domain/documents/check/cross-check";
import { DOCUMENT_KINDS } from "../../domain/documents/document-kind";
import type { DocumentsView } from "../../domain/documents/document-view";
import { currentOf, partyFor } from "../../domain/documents/enter";
import { readinessOf } from "../../domain/documents/readiness";
import { borderDayOf, factsOf } from "../../domain/documents/rules/deal-facts";
import { requiredDocuments } from "../../domain/documents/rules/required-documents";
import { dealOfParty } from "../documents/deal-parties";
import { world } from "./network";

/** The supervision modes that the deal's customs requests name, those that were called off left out. */
async function supervisionModesOf(read: Reader, dealId: string): Promise<string[]> {
  const requests = await requestsOfDeal(read, dealId);
  return requests
    .filter(({ service, state }) => service === "customs" && state !== "cancelled")
    .flatMap(({ spec }) => (spec as { supervisionMode?: string }).supervisionMode ?? []);
}

/** The papers of a deal with what is missing and what contradicts; null to all but its parties. */
export async function documentsView(read: Reader, viewer: Actor, dealId: string): Promise<DocumentsView | null> {
  const found = await dealOfParty(read, viewer, { dealId, action: "document.read" });
  if (typeof found === "string") return null;
  const { deal, parties } = found;
  const { places } = await world(read);
  const countryOf = (placeId: string) => places.get(placeId)?.country;
  const legs = deal.way.legs ?? [];
  const supervisionModes = await supervisionModesOf(read, dealId);
  const borderDay = borderDayOf(deal.readyDate, legs, countryOf);
  const facts = factsOf(deal, { legs, countryOf, supervisionModes });
  const { required, leftOut } = requiredDocuments(facts, await allDocumentRules(read), borderDay);
  const versions = await versionsOfDeal(read, dealId);
  const current = currentOf(versions);
  const findings = crossCheck(current, {
    deal: { ...deal, supervisionModes },
    borderDay,
    requirements: required,
  });
  const isOwn = mayEver(viewer, "document.change");
  const { id, reference, title, cargo, goodsValue } = deal;
  return {
    deal: { id, reference, title, cargo, currency: goodsValue.currency },
    parties,
    borderDay,
    readiness: readinessOf(required, current, findings),
    findings,
    leftOut,
    versions,
    enterable: mayEver(viewer, "document.enter")
      ? DOCUMENT_KINDS.filter((kind) => partyFor(parties, kind) !== null)
      : [],
    ownIds: isOwn
      ? current.filter((one) => one.enteredByOrganisationId === viewer.organisationId).map((one) => one.id)
      : [],
  };
}
