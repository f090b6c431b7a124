import type { Listing } from "../domain/catalogue/listing";
import { wordsOfListing } from "../domain/catalogue/listing";
import { indexWord, wordsOfNames, wordsOfShipment } from "../domain/search/index-words";
import { conceptsNamed } from "../domain/search/read-query";
import type { PlaceNames } from "../domain/shared/place-names";
import { searchText } from "../domain/shared/search-text";
import { lexicon } from "./reference/read-lexicon";

type Offering = Parameters<typeof wordsOfListing>[1] & { readonly country: string };
type Offered = Pick<Listing, "service" | "summary" | "corridors" | "languages" | "hubIds" | "licences" | "equipment">;
type Hubs = ReadonlyMap<string, PlaceNames>;

/** What a corridor leads from and to, each once. */
const waysOf = (corridors: readonly string[]): string[] =>
  corridors.flatMap((corridor) => {
    const [from = "", to = ""] = corridor.split("-");
    return [indexWord("corridor", corridor), indexWord("from", from), indexWord("to", to)];
  });

/** Equipment and licences that a provider names, in whatever language. */
const namedBy = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => conceptsNamed(text, lexicon()))
    .flatMap(({ kind, value }) => (kind === "equipment" || kind === "licence" ? [indexWord(kind, value)] : []));

/** What the directory finds a listing by: its text, what it offers as words of the index, and its company's names as they are written and spoken. */
export function textOfListing(listing: Offered, organisation: Offering, hubs: Hubs): string {
  const licences = listing.licences.map(({ name }) => name);
  const borne = [
    ...[indexWord("service", listing.service), indexWord("country", organisation.country)],
    ...listing.hubIds.map((id) => indexWord("hub", id)),
    ...listing.languages.map((language) => indexWord("lang", language)),
    ...waysOf(listing.corridors),
    ...listing.equipment.map((one) => indexWord("equipment", one)),
    ...namedBy([listing.summary, ...licences]),
  ];
  const names = wordsOfNames([organisation.nameOwn, organisation.nameLatin], lexicon());
  const words = [wordsOfListing(listing, organisation, hubs), searchText(...licences), ...borne, ...names];
  return [...new Set(words.join(" ").split(" "))].filter(Boolean).join(" ");
}

type End = PlaceNames & { readonly id: string; readonly country: string };
type Shipment = {
  readonly reference: string;
  readonly deal: {
    readonly reference: string;
    readonly title: string;
    readonly cargo: readonly { readonly description: string; readonly hsCode: string }[];
  };
  readonly ends: { readonly origin: End; readonly destination: End };
  readonly hub: PlaceNames | undefined;
};

/** No more than one row of a list need hold. */
const TEXT_MAX = 4_000;

/** What a request is found by: where its goods start, pass and end, what they are, and its text, each word once. */
export function textOfRequest({ reference, deal, ends, hub }: Shipment): string {
  const { origin, destination } = ends;
  const names = [origin.nameEn, origin.nameZh, destination.nameEn, destination.nameZh, hub?.nameEn, hub?.nameZh];
  const goods = deal.cargo.flatMap((line) => [line.description, line.hsCode]);
  const borne = wordsOfShipment(
    ends,
    deal.cargo.map(({ hsCode }) => hsCode),
  ).join(" ");
  const text = searchText(reference, deal.reference, deal.title, ...names, ...goods);
  return `${borne} ${text}`.slice(0, TEXT_MAX);
}
