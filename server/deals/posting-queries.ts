import "server-only";
import type { Reader } from "@/db/database";
import type { Actor } from "@/domain/access/actor";
import { ANY_HUB } from "@/domain/deals/deal-schema";
import type { CheckedPosting, ChosenWay, PostingOptions, ShownWay } from "@/views/postings";
import { endsOf, waysOfRoute } from "@/domain/deals/plan-deal";
import { shipmentOf } from "@/domain/deals/deal";
import { conflictsAmong } from "@/domain/requests/request-conflicts";
import { waysToOffer } from "@/domain/hubs/choose-ways";
import { bestOther, suggestHub } from "@/domain/hubs/suggest-hub";
import { INLAND_MODES, inlandModeFits, MODES } from "@/domain/hubs/place";
import type { Way } from "@/domain/hubs/way";
import { kindOf } from "@/domain/services/registry";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import type { Instant } from "@/domain/shared/instant";
import { dayOf, parseLocalDate } from "@/domain/shared/local-date";
import { type Examined, examinePosting } from "./examine-posting";
import { namesOf } from "@/db/repositories/parties";
import type { StoredDraft } from "@/db/repositories/deal-drafts";
import { cargoLineOf } from "@/domain/deals/cargo";
import { pageOf } from "./queries";
import { searchProviders } from "../catalogue/queries";
import { namedHub, otherHubsOf, referenceData } from "../hubs/queries/network";
import { type PlannedReferenceData, planningReferenceData } from "../hubs/read-board";
import { isEmbargoed } from "@/domain/tariff/trade-bans";

const PROVIDERS_SHOWN = 100;
const WAYS_SHOWN = 5;
const WAYS_COMPARED = 40;

/** What the posting form offers: where goods can start and end, every hub, and providers that can be invited. */
export async function postingOptions(read: Reader, viewer: Actor): Promise<PostingOptions> {
  const known = await referenceData(read);
  const ends = [...known.places.values()].filter(
    (place) => place.role !== "sea gateway" && place.role !== "air gateway" && !isEmbargoed(place.country),
  );
  const providers = await searchProviders(read, { limit: PROVIDERS_SHOWN });
  return {
    places: ends.map(({ id, nameEn, nameZh, country }) => ({ id, nameEn, nameZh, country })),
    hubs: [...known.hubs.values()].map(({ id, nameEn, nameZh, isBorderHub, kind }) => ({
      id,
      nameEn,
      nameZh,
      isBorderHub,
      kind,
    })),
    providers: providers.items
      .filter((provider) => provider.id !== viewer.organisationId)
      .map(({ id, nameOwn, nameLatin, services }) => ({ id, nameOwn, nameLatin, services })),
  };
}

/** The ways to offer, and all that there are: a buyer may name any hub that has one. */
type Compared = { readonly known: PlannedReferenceData; readonly ways: readonly Way[]; readonly all: readonly Way[] };

/** The ways for what is typed so far, the best first; null where ends or mode are missing. */
async function comparedWays(read: Reader, values: FormValues, now: Instant): Promise<Compared | null> {
  const known = await planningReferenceData(read, now);
  const mode = MODES.find((one) => one === valueOf(values, "mode"));
  const route = { originId: valueOf(values, "originId"), destinationId: valueOf(values, "destinationId") };
  if (!mode || !endsOf(known, route).ok) return null;
  const readyDate = parseLocalDate(valueOf(values, "readyDate")) ?? dayOf(now);
  const inlandMode = INLAND_MODES.find((one) => one === valueOf(values, "inlandMode") && inlandModeFits(one, mode));
  const ways = waysOfRoute(known, { ...route, mode, inlandMode, readyDate }, { k: WAYS_COMPARED });
  if (!ways.ok) return null;
  return { known, ways: waysToOffer(ways.value, known.places, WAYS_COMPARED), all: ways.value };
}

/** The best ways for what is typed so far: one of each hub, the suggested one first, with its reason. Empty where ends or mode are missing. */
export async function waysOfPosting(read: Reader, values: FormValues, now: Instant): Promise<ShownWay[]> {
  const compared = await comparedWays(read, values, now);
  if (!compared) return [];
  const { known, ways, all } = compared;
  const suggestion = suggestHub(ways, all);
  return ways.slice(0, WAYS_SHOWN).map((way) => ({
    hub: namedHub(known, way.hubId),
    distanceKm: way.distanceKm,
    days: way.days,
    borderWait: way.borderWait,
    isEstimate: way.isEstimate,
    reason: suggestion?.hubId === way.hubId ? suggestion.reason : null,
    nextHub:
      suggestion?.hubId === way.hubId && "nextHubId" in suggestion.reason
        ? namedHub(known, suggestion.reason.nextHubId)
        : null,
  }));
}

/** The way through the chosen hub, or through the one that would be taken for any, beside the best one through another; null while none is known. */
export async function chosenWay(read: Reader, values: FormValues, now: Instant): Promise<ChosenWay | null> {
  const compared = await comparedWays(read, values, now);
  const hubId = valueOf(values, "hubId");
  const isAny = hubId === "" || hubId === ANY_HUB;
  const way = isAny ? compared?.ways[0] : compared?.all.find((one) => one.hubId === hubId);
  if (!compared || !way) return null;
  const { known, ways } = compared;
  const { distanceKm, days, borderWait } = way;
  const other = bestOther(way, ways);
  return {
    hub: namedHub(known, way.hubId),
    ...{ distanceKm, days, borderWait },
    other: other && { hub: namedHub(known, other.hubId), daysMore: other.daysMore, kmMore: other.kmMore },
  };
}

/** What still stands between the draft and its publication. */
export async function examineDraft(
  read: Reader,
  of: { readonly organisationId: string; readonly fields: FormValues; readonly now: Instant },
): Promise<Examined> {
  return examinePosting(of.fields, {
    db: read,
    referenceData: await planningReferenceData(read, of.now),
    organisationId: of.organisationId,
    now: of.now,
  });
}

/** The draft as it would be published; null while something is to be mended. */
export async function checkedPosting(read: Reader, draft: StoredDraft, now: Instant): Promise<CheckedPosting | null> {
  const { organisationId, fields } = draft;
  const { deal, ends, plan, bidding, services, issues } = await examineDraft(read, { organisationId, fields, now });
  if (issues.length > 0 || !deal || !ends || !plan || !bidding) return null;
  const cargo = deal.cargo.map(cargoLineOf);
  const planned = {
    ...deal,
    ...plan,
    inlandMode: deal.inlandMode ?? null,
    cargo,
    id: draft.id,
    reference: "",
    buyerOrganisationId: organisationId,
    createdAt: now,
  };
  const names = await namesOf(read, bidding.invitedIds);
  const known = await referenceData(read);
  const conflicts = conflictsAmong(services);
  const shipment = shipmentOf(planned, { origin: ends.origin.country, destination: ends.destination.country });
  return {
    title: deal.title,
    deal: { ...pageOf(planned, { known, requests: [] }), requests: [] },
    services: services.map(({ service, spec }) => ({
      service,
      spec,
      figures: kindOf(service).figures(spec, shipment),
      warnings: [...(kindOf(service).warnings?.(spec, shipment) ?? []), ...(conflicts.get(service) ?? [])],
      otherHubs: otherHubsOf(known, service, spec),
    })),
    bidding,
    invited: [...names.values()],
  };
}
