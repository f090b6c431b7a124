import type { openDatabase } from "@/db/open-database";
import { lexicon } from "@/db/reference/read-lexicon";
import { readReference } from "@/db/reference/read-reference";
import { organisations, users } from "@/db/schema/accounts";
import { listingHubs, listings } from "@/db/schema/catalogue";
import { deals } from "@/db/schema/deals";
import { requests } from "@/db/schema/requests";
import { textOfListing, textOfRequest } from "@/db/search-words";
import { readMarketData } from "@/demo/plan/market-data";
import { hubIdOf } from "@/domain/hubs/place";
import { wordsOfNames } from "@/domain/search/index-words";
import { searchText } from "@/domain/shared/search-text";
import { SERVICES } from "@/domain/shared/vocabulary";

type Write = ReturnType<typeof openDatabase>["write"];
type Made<Row> = Parameters<Parameters<Write>[0]>[0] extends infer Tx
  ? (tx: Tx, rows: readonly Row[]) => Promise<void>
  : never;

const AT_ONCE = 200;
const OPEN_SHARE = 0.1;
const CLOSES_FROM = 4_000_000_000_000;
const SYLLABLES = "ka lo min zhu ter ova shen bai dor lin gu ris mo ten ya vel".split(" ");

/** Numbers from 0 to 1, the same in each run. */
function dice(seed: number): () => number {
  let last = seed;
  return () => {
    last = (Math.imul(last, 1_103_515_245) + 12_345) >>> 0;
    return last / 2 ** 32;
  };
}

const roll = dice(7);
const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(roll() * values.length)] as Value;
const word = (): string => Array.from({ length: 3 }, () => oneOf(SYLLABLES)).join("");
const idAt = (at: number): string => `01k${String(at).padStart(7, "0")}`.padEnd(26, "0");

/** Rows made one by one and written some hundred to a transaction. */
async function inParts<Row>(
  write: Write,
  rows: number,
  of: { readonly make: (at: number) => Row; readonly put: Made<Row> },
) {
  for (let from = 0; from < rows; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, at) => of.make(from + at));
    await write((tx) => of.put(tx, made));
  }
}

/** What the demo market's providers offer, each with its text but for its name. */
function offers() {
  const { places, hubs } = readReference();
  const hubById = new Map(hubs.map((hub) => [hub.id, hub]));
  const placeById = new Map(places.map((place) => [place.id, place]));
  const hubsOf = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => hubIdOf(placeById.get(id) ?? { id, role: "border hub", hubGroup: id }) ?? [])),
  ];
  return readMarketData()
    .organisations.filter(({ kind }) => kind === "provider")
    .flatMap(({ services, country, city, description, hubs: at, corridors, languages }) =>
      (services ?? []).map((service) => {
        const listing = {
          service,
          summary: description.en,
          hubIds: hubsOf(at),
          corridors,
          languages,
          licences: [],
          equipment: [],
        };
        const facts = { nameOwn: "", nameLatin: "", city: city.en, country };
        return { listing, facts, text: textOfListing(listing as never, facts, hubById) };
      }),
    );
}

async function fillProviders(write: Write, rows: number): Promise<void> {
  const templates = offers();
  await inParts(write, rows, {
    make: (at) => ({ ...oneOf(templates), name: `${word()} ${word()} Trading`, id: idAt(at) }),
    async put(tx, made) {
      const named = made.map(({ name, facts, id }) => ({ ...facts, id, nameOwn: name, nameLatin: name }));
      const none = { description: "", foundedYear: null, suspendedAt: null, suspensionReason: null, createdAt: 0 };
      await tx
        .insert(organisations)
        .values(named.map((one) => ({ ...one, ...none, kind: "provider" as never, registrationNumber: one.id })));
      const listed = made.map(({ listing, text, name, id }) => ({
        ...(listing as never as typeof listings.$inferInsert),
        ...{ id, organisationId: id, isActive: true, createdAt: 0, updatedAt: 0 },
        searchText: [text, searchText(name), ...wordsOfNames([name], lexicon())].join(" "),
      }));
      await tx.insert(listings).values(listed);
      const hubs = made.flatMap(({ listing, id }) => listing.hubIds.map((hubId) => ({ listingId: id, hubId })));
      await tx.insert(listingHubs).values(hubs);
    },
  });
}

const DEAL = {
  ...{ buyerOrganisationId: idAt(0), createdByUserId: "u", direction: "export", incotermRule: "FCA" },
  ...{ incotermPlace: "x", hubChoice: "chosen", mode: "road", readyDate: "2026-12-01", goodsValueMinor: 1 },
  ...{ goodsCurrency: "CNY", grossWeightGrams: 1, volumeCm3: 1, way: {}, createdAt: 0, version: 1 },
};
const REQUEST = {
  ...{ buyerOrganisationId: idAt(0), spec: {}, bidMode: "open", visibility: "open", comparisonCurrency: "CNY" },
  ...{ decideBy: CLOSES_FROM, publishedAt: 0, createdAt: 0, version: 1, bidCount: 0, terms: null },
  ...{ mayCloseEarly: false, twoPersonOpening: false },
};

async function fillRequests(write: Write, rows: number): Promise<void> {
  const { places, hubs } = readReference();
  const { cargo } = readMarketData();
  const ends = places.filter(({ role }) => role === "origin" || role === "destination");
  const borders = hubs.filter(({ isBorderHub }) => isBorderHub);
  const user = {
    id: "u",
    email: "u@example.org",
    name: "u",
    passwordHash: "",
    locale: "en",
    timeZone: "UTC",
    createdAt: 0,
  };
  await write(async (tx) => void (await tx.insert(users).values(user)));
  await inParts(write, rows, {
    make(at) {
      const [origin, destination, hub, goods] = [oneOf(ends), oneOf(ends), oneOf(borders), oneOf(cargo)];
      const way = { hubId: hub.id, corridor: `${origin.country}-${destination.country}` };
      const title = `${goods.title["zh-CN"]} · ${goods.title.en}`;
      const [id, reference] = [idAt(at), `KR-${at}`];
      const lines = [{ description: title, hsCode: goods.hsCode }];
      const deal = {
        ...DEAL,
        ...way,
        id,
        reference: `KD-${at}`,
        title,
        originId: origin.id,
        destinationId: destination.id,
      };
      const searched = textOfRequest({
        reference,
        deal: { ...deal, cargo: lines },
        ends: { origin, destination },
        hub,
      });
      const state = roll() < OPEN_SHARE ? "open" : "awarded";
      const request = { ...REQUEST, ...way, id, reference, dealId: id, state, service: oneOf(SERVICES) };
      return { deal, request: { ...request, closesAt: CLOSES_FROM + at, searchText: searched } };
    },
    async put(tx, made) {
      await tx.insert(deals).values(made.map(({ deal }) => deal) as never);
      await tx.insert(requests).values(made.map(({ request }) => request) as never);
    },
  });
}

/** So many providers with a listing each and as many requests, made up of what the demo market offers and asks, for whoever measures a search. */
export async function fillSearched(write: Write, rows: number): Promise<void> {
  await fillProviders(write, rows);
  await fillRequests(write, rows);
}
