import { type Chosen, type Facet, FACETS } from "@/domain/catalogue/directory/facets";
import type { FitPart } from "@/domain/catalogue/directory/fit";
import {
  type MarketSums,
  NO_SUMS,
  onTimeRank,
  type ProviderFigures,
  responseRank,
  withFigures,
} from "@/domain/catalogue/directory/reputation";
import { type Service, SERVICES } from "@/domain/shared/vocabulary";
import { andWith, BitSets, type Bits, copyOf, countAnd, countOf, isSet, orWith, visitPlaces } from "./bit-sets";

type OfListing = Exclude<Facet, "service">;

/** A provider as the tally has it: what it offers as the values of facets, by service. */
export type TalliedProvider = {
  readonly id: string;
  readonly nameLatin: string;
  readonly figures: ProviderFigures;
  readonly offers: ReadonlyMap<Service, readonly (readonly [OfListing, string])[]>;
  /** The words of the index that its listings bear beside their text, by service. */
  readonly words?: ReadonlyMap<Service, readonly string[]>;
};

export type Order = "name" | "fit" | "on_time" | "first_response" | "completed";

export type TallyQuestion = {
  readonly chosen: Chosen;
  /** Of which providers' listings the words hold, by service; null where no words are looked for. */
  readonly within: ReadonlyMap<Service, readonly string[]> | null;
  /** Those that bear one of each group of these words come besides: of each alternative all its words. */
  readonly bearing?: readonly (readonly (readonly string[])[])[];
  readonly order: Order;
  /** What the order by fit goes by, of listings of the service. */
  readonly fit: { readonly service: Service; readonly parts: readonly FitPart[] } | null;
  readonly from: number;
  readonly limit: number;
};

export type Tallied = {
  readonly ids: readonly string[];
  readonly total: number;
  /** How many one would see by choosing the value beside what is chosen of the other facets. */
  readonly counts: ReadonlyMap<Facet, ReadonlyMap<string, number>>;
};

const keyOf = (service: Service, facet: OfListing, value: string): string => `${service} ${facet} ${value}`;
const wordKey = (service: Service, word: string): string => `${service} ${word}`;

/** What is kept of a provider: the names of its sets by their numbers, since a hundred thousand have the same few hundred. */
type Kept = Pick<TalliedProvider, "id" | "nameLatin" | "figures"> & { readonly sets: Uint16Array };
const LISTING_FACETS = FACETS.filter((facet): facet is OfListing => facet !== "service");

/** What is left of one service's listings: by all that is chosen, and without what is chosen of one facet. */
type Lane = { readonly all: Bits; readonly without: ReadonlyMap<OfListing, Bits> };

/**
 * All listed providers as sets of bits, one a service and value: who has what is chosen, and how many have each value beside it, is then a matter of a few thousand
 * words for a hundred thousand providers, with no statement to the database.
 */
export class Tally {
  readonly #sets = new BitSets();
  readonly #places = new Map<string, number>();
  readonly #providers: (Kept | undefined)[] = [];
  readonly #free: number[] = [];
  /** The values that some listing of a service has, by facet. */
  readonly #values = new Map<OfListing, Set<string>>(LISTING_FACETS.map((facet) => [facet, new Set<string>()]));
  #sums: MarketSums = NO_SUMS;

  get size(): number {
    return this.#places.size;
  }

  get sums(): MarketSums {
    return this.#sums;
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const known = this.#providers[place] as Kept;
    for (const number of known.sets) this.#sets.clear(number, place);
    this.#sums = withFigures(this.#sums, known.figures, -1);
    this.#providers[place] = undefined;
    this.#places.delete(id);
    this.#free.push(place);
  }

  put(provider: TalliedProvider): void {
    this.remove(provider.id);
    const place = this.#free.pop() ?? this.#providers.length;
    const { id, nameLatin, figures } = provider;
    const sets = Uint16Array.from(keysOf(provider), (key) => this.#sets.numberOf(key));
    this.#providers[place] = { id, nameLatin, figures, sets };
    this.#places.set(id, place);
    this.#sums = withFigures(this.#sums, figures);
    for (const number of sets) this.#sets.set(number, place);
    for (const values of provider.offers.values())
      for (const [facet, value] of values) this.#values.get(facet)?.add(value);
  }

  ask(question: TallyQuestion): Tallied {
    const { chosen } = question;
    const lanes = new Map(SERVICES.map((service) => [service, this.#laneOf(service, question)]));
    const asked = chosen.service.length > 0 ? SERVICES.filter((service) => chosen.service.includes(service)) : SERVICES;
    const found = this.#sets.empty();
    for (const service of asked) orWith(found, (lanes.get(service) as Lane).all);
    const counts = new Map<Facet, ReadonlyMap<string, number>>(
      LISTING_FACETS.map((facet) => [facet, this.#countsOf(facet, asked, lanes)]),
    );
    counts.set("service", new Map(SERVICES.map((service) => [service, countOf((lanes.get(service) as Lane).all)])));
    return { ids: this.#inOrder(found, question), total: countOf(found), counts };
  }

  #laneOf(service: Service, { chosen, within, bearing = [] }: TallyQuestion): Lane {
    const base = copyOf(this.#sets.of(service));
    if (within) {
      const held = this.#bitsOf(within.get(service) ?? []);
      if (bearing.length > 0) orWith(held, this.#bearing(service, bearing));
      andWith(base, held);
    }
    const narrowing = LISTING_FACETS.filter((facet) => chosen[facet].length > 0).map((facet) => {
      const any = this.#sets.empty();
      for (const value of chosen[facet]) orWith(any, this.#sets.of(keyOf(service, facet, value)));
      return [facet, any] as const;
    });
    const leftBy = (but: OfListing | null): Bits => {
      const left = copyOf(base);
      for (const [facet, any] of narrowing) if (facet !== but) andWith(left, any);
      return left;
    };
    return { all: leftBy(null), without: new Map(narrowing.map(([facet]) => [facet, leftBy(facet)])) };
  }

  #bearing(service: Service, groups: NonNullable<TallyQuestion["bearing"]>): Bits {
    const all = copyOf(this.#sets.of(service));
    for (const group of groups) {
      const any = this.#sets.empty();
      for (const together of group) {
        const both = copyOf(this.#sets.of(service));
        for (const word of together) andWith(both, this.#sets.of(wordKey(service, word)));
        orWith(any, both);
      }
      andWith(all, any);
    }
    return all;
  }

  #bitsOf(ids: readonly string[]): Bits {
    const bits = this.#sets.empty();
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place !== undefined) bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    }
    return bits;
  }

  #countsOf(facet: OfListing, asked: readonly Service[], lanes: ReadonlyMap<Service, Lane>): Map<string, number> {
    const left = asked.map((service) => {
      const { all, without } = lanes.get(service) as Lane;
      return [service, without.get(facet) ?? all] as const;
    });
    const counts = new Map<string, number>();
    for (const value of this.#values.get(facet) as Set<string>) {
      const held = left
        .map(([service, bits]) => [bits, this.#sets.of(keyOf(service, facet, value))] as const)
        .filter(([, own]) => own.length > 0);
      counts.set(value, countAnd(held));
    }
    return counts;
  }

  /** The first of what is found, as far as they are asked for: nobody reads the thousandth page, so no more is sorted than is shown. */
  #inOrder(found: Bits, { order, fit, from, limit }: TallyQuestion): string[] {
    const rankOf = this.#rankBy(order, fit);
    const most = from + limit;
    const first: Ranked[] = [];
    visitPlaces(found, (place) => {
      const provider = this.#providers[place] as Kept;
      const rank = rankOf(provider, place);
      if (first.length === most && !isBefore(provider, rank, first[most - 1] as Ranked)) return;
      let [low, high] = [0, first.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (isBefore(provider, rank, first[middle] as Ranked)) high = middle;
        else low = middle + 1;
      }
      first.splice(low, 0, { provider, rank });
      if (first.length > most) first.pop();
    });
    return first.slice(from).map(({ provider }) => provider.id);
  }

  /** By what a provider is ranked, the least first. Of those that fit equally the one that is on time more often comes first: its share, below 1, decides between scores only. */
  #rankBy(order: Order, fit: TallyQuestion["fit"]): (one: Kept, place: number) => number {
    const sums = this.#sums;
    const parts = (fit?.parts ?? []).map(({ facet, value, weight }) => ({
      weight,
      bits: this.#sets.of(keyOf((fit as NonNullable<typeof fit>).service, facet, value)),
    }));
    const ranks: Record<Order, (one: Kept, place: number) => number> = {
      name: () => 0,
      on_time: ({ figures }) => -onTimeRank(figures, sums),
      first_response: ({ figures }) => responseRank(figures, sums),
      completed: ({ figures }) => -figures.completedCount,
      fit: ({ figures }, place) =>
        -parts.reduce((sum, { bits, weight }) => (isSet(bits, place) ? sum + weight : sum), 0) -
        onTimeRank(figures, sums) / 2,
    };
    return ranks[order];
  }
}

type Ranked = { readonly provider: Kept; readonly rank: number };

/** By rank, then by name. */
function isBefore(mine: Kept, rank: number, { provider: theirs, rank: other }: Ranked): boolean {
  if (rank !== other) return rank < other;
  return mine.nameLatin === theirs.nameLatin ? mine.id < theirs.id : mine.nameLatin < theirs.nameLatin;
}

function keysOf({ offers, words }: TalliedProvider): string[] {
  return [...offers].flatMap(([service, values]) => [
    service,
    ...values.map(([facet, value]) => keyOf(service, facet, value)),
    ...(words?.get(service) ?? []).map((word) => wordKey(service, word)),
  ]);
}
