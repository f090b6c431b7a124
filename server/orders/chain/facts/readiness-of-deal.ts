import type { Reader } from "@/db/database";
import { versionsOfDeal } from "@/db/repositories/deal-documents";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { allDocumentRules } from "@/db/repositories/document-rules";
import { dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { declarationsOfOrders } from "@/db/repositories/declarations";
import { findMilestones, ordersOfDeals, type StoredMilestone } from "@/db/repositories/orders";
import { requestsOfDeal } from "@/db/repositories/requests";
import { crossCheck } from "@/domain/documents/check/cross-check";
import { type FiledDeclaration, filedByHand, filedInRoom } from "@/domain/documents/filed-declaration";
import { currentOf } from "@/domain/documents/enter";
import { type Readiness, readinessOf } from "@/domain/documents/readiness";
import { borderDayOf, factsOf } from "@/domain/documents/rules/deal-facts";
import { requiredDocuments } from "@/domain/documents/rules/required-documents";
import { hasDutyRates } from "@/domain/tariff/duties/duty-rate";
import { isDutyFree } from "@/domain/tariff/duties/find-rate";
import { isInDeal } from "@/domain/requests/fallback/fallback";
import type { LocalDate } from "@/domain/shared/local-date";
import { assert } from "@/domain/shared/assert";
import { world } from "@/server/hubs/queries/network";

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

/** The declarations of the deal's customs orders: those of the clearance room, and the numbers that were told by hand. */
async function filedOf(db: Reader, deal: StoredDeal): Promise<FiledDeclaration[]> {
  const orders = (await ordersOfDeals(db, [deal.id])).filter(({ service }) => service === "customs");
  const inRoom = filedInRoom(
    await declarationsOfOrders(
      db,
      orders.map(({ id }) => id),
    ),
  );
  const steps: StoredMilestone[] = [];
  for (const order of orders) steps.push(...(await findMilestones(db, order)));
  const byHand = filedByHand(
    steps.map(({ evidence }) => evidence),
    deal.direction,
  );
  const known = new Set(inRoom.map(({ country, number }) => `${country} ${number}`));
  return [...inRoom, ...byHand.filter(({ country, number }) => !known.has(`${country} ${number}`))];
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
  const filed = await filedOf(db, deal);
  const readiness = readinessOf(required, { documents: current, filed }, findings);
  return { borderDay, leftOut, versions, current, findings, readiness };
}

/** Whether a deal's papers are ready for the border. */
export async function readinessOfDeal(db: Reader, dealId: string): Promise<Readiness> {
  const deal = await findDeal(db, dealId);
  assert(deal, `deal ${dealId} is there`);
  return (await examinePapers(db, deal)).readiness;
}
