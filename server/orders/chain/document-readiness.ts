import type { Reader } from "@/db/database";
import { allDocumentRules, versionsOfDeal } from "@/db/repositories/documents";
import { findDeal, type StoredDeal } from "@/db/repositories/deals";
import { dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { declarationsOfOrders, type StoredDeclaration } from "@/db/repositories/declarations";
import { ordersOfDeals, stepsOfOrders, type StoredMilestone, type StoredOrder } from "@/db/repositories/orders";
import { requestsOfDeal, type StoredRequest } from "@/db/repositories/requests";
import { crossCheck } from "@/domain/documents/cross-check";
import {
  type FiledDeclaration,
  type Readiness,
  actsOf,
  filedByHand,
  filedInRoom,
  readinessOf,
} from "@/domain/documents/readiness";
import { currentOf } from "@/domain/documents/deal-document";
import { borderDayOf, factsOf, requiredDocuments } from "@/domain/documents/document-rule";
import { hasDutyRates } from "@/domain/tariff/duty-rate";
import { isDutyFree } from "@/domain/tariff/find-rate";
import { isInDeal } from "@/domain/requests/request";
import { leaveDayOf } from "@/domain/requests/leave-day";
import type { LocalDate } from "@/domain/shared/time";
import { assert } from "@/domain/shared/result";
import { referenceData } from "@/server/hubs/queries/network";

/** The supervision modes that the deal's customs requests name, those that were called off left out. */
const supervisionModesIn = (requests: readonly StoredRequest[]): string[] =>
  requests
    .filter((request) => request.service === "customs" && isInDeal(request))
    .flatMap(({ spec }) => (spec as { supervisionMode?: string }).supervisionMode ?? []);

/** Which goods pay no duty in a country by its common rates of that day; of a country without rates nothing is known. */
async function dutyFreeInto(db: Reader, country: string, day: LocalDate): Promise<(hsCode: string) => boolean> {
  const rates = hasDutyRates(country) ? await dutyRatesUpTo(db, country, day) : [];
  return (hsCode) => isDutyFree(rates, { hsCode, day });
}

type Carried = {
  readonly order: StoredOrder;
  readonly steps: readonly StoredMilestone[];
  readonly declared: readonly StoredDeclaration[];
};

/** The orders of a deal with their steps, and their declarations. */
async function carriedOf(db: Reader, dealId: string): Promise<Carried[]> {
  const orders = await ordersOfDeals(db, [dealId]);
  const all = await declarationsOfOrders(
    db,
    orders.filter(({ service }) => service === "customs").map(({ id }) => id),
  );
  const steps = await stepsOfOrders(db, orders);
  return orders.map((order) => ({
    order,
    steps: steps.get(order.id) ?? [],
    declared: all.filter(({ orderId }) => orderId === order.id),
  }));
}

/** The declarations of the deal's customs orders: those of the clearance room, and the numbers that were told by hand. */
function filedOf(carried: readonly Carried[], deal: StoredDeal): FiledDeclaration[] {
  const customs = carried.filter(({ order }) => order.service === "customs");
  const inRoom = filedInRoom(customs.flatMap(({ declared }) => declared));
  const byHand = filedByHand(
    customs.flatMap(({ steps }) => steps.map(({ evidence }) => evidence)),
    deal.direction,
  );
  const known = new Set(inRoom.map(({ country, number }) => `${country} ${number}`));
  return [...inRoom, ...byHand.filter(({ country, number }) => !known.has(`${country} ${number}`))];
}

/** What has been done with the goods by now. */
const actsIn = (carried: readonly Carried[], requests: readonly StoredRequest[]) =>
  actsOf(
    carried.map(({ order, steps, declared }) => ({
      service: order.service,
      state: order.state,
      side: (requests.find(({ id }) => id === order.requestId)?.spec as { side?: string } | undefined)?.side ?? null,
      told: new Set(steps.filter(({ occurredAt }) => occurredAt !== null).map(({ code }) => code)),
      releasedSides: declared.filter(({ state }) => state === "released").map(({ side }) => side),
    })),
  );

/** The papers of a deal held to the rules of the day on which it comes to the border, and to each other. */
export async function examinePapers(db: Reader, deal: StoredDeal) {
  const { places } = await referenceData(db);
  const countryOf = (placeId: string) => places.get(placeId)?.country;
  const legs = deal.way.legs ?? [];
  const requests = await requestsOfDeal(db, deal.id);
  const supervisionModes = supervisionModesIn(requests);
  const borderDay = borderDayOf(leaveDayOf(deal.readyDate, requests), legs, countryOf);
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
  const carried = await carriedOf(db, deal.id);
  const papers = { documents: current, filed: filedOf(carried, deal), acts: actsIn(carried, requests) };
  const readiness = readinessOf(required, papers, findings);
  return { borderDay, leftOut, versions, current, findings, readiness };
}

/** Whether a deal's papers are ready for the border. */
export async function readinessOfDeal(db: Reader, dealId: string): Promise<Readiness> {
  const deal = await findDeal(db, dealId);
  assert(deal, `deal ${dealId} is there`);
  return (await examinePapers(db, deal)).readiness;
}
