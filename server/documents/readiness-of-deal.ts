import type { Reader } from "../../db/database";
import { versionsOfDeal } from "../../db/repositories/deal-documents";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { allDocumentRules } from "../../db/repositories/document-rules";
import { requestsOfDeal } from "../../db/repositories/requests";
import { crossCheck } from "../../domain/documents/check/cross-check";
import { currentOf } from "../../domain/documents/enter";
import { type Readiness, readinessOf } from "../../domain/documents/readiness";
import { borderDayOf, factsOf } from "../../domain/documents/rules/deal-facts";
import { requiredDocuments } from "../../domain/documents/rules/required-documents";
import { isInDeal } from "../../domain/requests/fallback/fallback";
import { assert } from "../../domain/shared/assert";
import { world } from "../queries/network";

/** The supervision modes that the deal's customs requests name, those that were called off left out. */
async function supervisionModesOf(db: Reader, dealId: string): Promise<string[]> {
  const requests = await requestsOfDeal(db, dealId);
  return requests
    .filter((request) => request.service === "customs" && isInDeal(request))
    .flatMap(({ spec }) => (spec as { supervisionMode?: string }).supervisionMode ?? []);
}

/** The papers of a deal held to the rules of the day on which it comes to the border, and to each other. */
export async function examinePapers(db: Reader, deal: StoredDeal) {
  const { places } = await world(db);
  const countryOf = (placeId: string) => places.get(placeId)?.country;
  const legs = deal.way.legs ?? [];
  const supervisionModes = await supervisionModesOf(db, deal.id);
  const borderDay = borderDayOf(deal.readyDate, legs, countryOf);
  const facts = factsOf(deal, { legs, countryOf, supervisionModes });
  const { required, leftOut } = requiredDocuments(facts, await allDocumentRules(db), borderDay);
  const versions = await versionsOfDeal(db, deal.id);
  const current = currentOf(versions);
  const findings = crossCheck(current, {
    deal: { ...deal, supervisionModes },
    borderDay,
    requirements: required,
  });
  return { borderDay, leftOut, versions, current, findings, readiness: readinessOf(required, current, findings) };
}

/** Whether a deal's papers are ready for the border. */
export async function readinessOfDeal(db: Reader, dealId: string): Promise<Readiness> {
  const deal = await findDeal(db, dealId);
  assert(deal, `deal ${dealId} is there`);
  return (await examinePapers(db, deal)).readiness;
}
