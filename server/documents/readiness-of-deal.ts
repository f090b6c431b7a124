import type { Reader } from "../../db/database";
import { versionsOfDeal } from "../../db/repositories/deal-documents";
import { findDeal, type StoredDeal } from "../../db/repositories/deals";
import { allDocumentRules } from "../../db/repositories/document-rules";
import { dutyRatesUpTo } from "../../db/repositories/duty-rates";
import { requestsOfDeal } from "../../db/repositories/requests";
import { crossCheck } from "../../domain/documents/check/cross-check";
import { currentOf } from "../../domain/documents/enter";
import { type Readiness, readinessOf } from "../../domain/documents/readiness";
import { borderDayOf, factsOf } from "../../domain/documents/rules/deal-facts";
import { requiredDocuments } from "../../domain/documents/rules/required-documents";
import { hasDutyRates } from "../../domain/duties/duty-rate";
import { isDutyFree } from "../../domain/duties/find-rate";
import { isInDeal } from "../../domain/requests/fallback/fallback";
import type { LocalDate } from "../../domain/shared/local-date";
import { assert } from "../../domain/shared/assert";
import { world } from "../queries/network";

/** The supervision modes that the deal's customs requests name, those that were called off left out. */
async function supervisionModesOf(db: Reader, dealId: string): Promise<string[]> {
  const requests = await requestsOfDeal(db, dealId);
  return requests
    .filter((request) => request.service === "customs" && isInDeal(request))
    .flatMap(({ spec }) => (spec as { supervisionMode?: string }).supervisionMode ?? []);
}

/** Which goods pay no duty in a country by its common rates of that day; of a country without rates nothing is known. */
async function dutyFreeInto(db: Reader, country: string, day: LocalDate): Promise<(hsCode: string) => boolean> {
  const rates = hasDutyRates(country) ? await dutyRatesUpTo(db, country, day) : [];
  return (hsCode) => isDutyFree(rates, { hsCode, day });
}

/** The papers of a deal held to the rules of the day on which it comes to the border, and to each other. */
export async function examinePapers(db: Reader, deal: StoredDeal) {
  const { places } = await world(db);
  const countryOf = (placeId: string) => places.get(placeId)?.country;
  const legs = deal.way.legs ?? [];
  const supervisionModes = await supervisionModesOf(db, deal.id);
  const borderDay = borderDayOf(deal.readyDate, legs, countryOf);
  const isDutyFree = await dutyFreeInto(db, countryOf(deal.destinationId) ?? "", borderDay);
  const facts = factsOf(deal, { legs, countryOf, supervisionModes, isDutyFree });
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
