import type { Equipment } from "../../services/logistics/equipment";
import { DAY_MS } from "../../shared/time";
import { SERVICES, type Service } from "../../shared/vocabulary";
import { LANGUAGES } from "../listing";
import { RESPONSES_LEAST } from "../track-record";
import { LICENCE_KINDS, licenceKindsOf } from "./licence-kinds";
import type { ProviderFigures } from "./reputation";
import { EQUIPMENT } from "../../services/logistics/equipment";

/** What providers are narrowed by. Values of one are "or", facets among themselves "and"; hub, corridor, equipment, licence and language are asked of one service's listing together. */
export const FACETS = ["service", "hub", "corridor", "equipment", "licence", "language", "checked", "quick"] as const;
export type Facet = (typeof FACETS)[number];

/** The value of a facet that is so or not. */
export const YES = "yes";

/** The values of facets that are the same in every market, in the order in which they are shown; hubs and corridors are the network's. */
export const FIXED_VALUES = {
  service: SERVICES,
  equipment: EQUIPMENT,
  licence: LICENCE_KINDS,
  language: LANGUAGES,
  checked: [YES],
  quick: [YES],
} as const satisfies Partial<Record<Facet, readonly string[]>>;

/** What is chosen of each facet; nothing where it does not narrow. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** What a listing says that the directory narrows by. */
export type Offer = {
  readonly service: Service;
  readonly hubIds: readonly string[];
  readonly corridors: readonly string[];
  readonly languages: readonly string[];
  readonly equipment: readonly Equipment[];
  readonly licences: readonly { readonly name: string; readonly validUntil: string | null }[];
};

/** Whether a provider answers within a day: the median of its first responses, of at least `RESPONSES_LEAST`. */
export const answersWithinDay = ({ responseCount, responseMs }: ProviderFigures): boolean =>
  responseMs !== null && responseCount >= RESPONSES_LEAST && responseMs <= DAY_MS;

type Party = { readonly isChecked: boolean; readonly figures: ProviderFigures };

/** The values of a listing and of its provider in each facet but that of the service; a licence that is over by `today` is none. */
export function facetValues(offer: Offer, party: Party, today: string): [Exclude<Facet, "service">, string][] {
  const of = <F extends Exclude<Facet, "service">>(facet: F, values: readonly string[]) =>
    values.map((value): [Exclude<Facet, "service">, string] => [facet, value]);
  return [
    ...of("hub", offer.hubIds),
    ...of("corridor", offer.corridors),
    ...of("equipment", offer.equipment),
    ...of("licence", licenceKindsOf(offer.licences, today)),
    ...of("language", offer.languages),
    ...of("checked", party.isChecked ? [YES] : []),
    ...of("quick", answersWithinDay(party.figures) ? [YES] : []),
  ];
}
