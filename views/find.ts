import type { CommandName } from "../domain/find/commands";
import type { Mode } from "../domain/hubs/place";
import type { RequestState } from "../domain/requests/request";
import type { NamedHub, NamedParty, NamedPlace, OrderState, Service } from "../domain/shared/vocabulary";
import type { OfferedCode } from "./tariff";

type Way = {
  readonly origin: NamedPlace;
  readonly hub: NamedHub;
  readonly destination: NamedPlace;
  readonly mode: Mode;
};

type Numbered = { readonly id: string; readonly reference: string; readonly title: string };

/** What is found of each kind, as far as its reader may know of it. Of a request nothing of its bids, not even who has made one. */
export type FoundItems = {
  readonly deals: Numbered & Way;
  readonly orders: Numbered & Way & { readonly service: Service; readonly state: OrderState };
  readonly requests: Numbered & Way & { readonly service: Service; readonly state: RequestState };
  readonly providers: NamedParty & { readonly services: readonly Service[] };
  readonly hubs: NamedHub;
  readonly places: NamedPlace & { readonly country: string };
  readonly codes: OfferedCode;
  readonly commands: { readonly name: CommandName };
};

export type FoundKind = keyof FoundItems;

/** A few of what was found, and how many there are: no further than `COUNTED_MAX`, then one more. */
export type FoundGroup<K extends FoundKind> = { readonly items: readonly FoundItems[K][]; readonly count: number };

export type Found = {
  /** What was asked, without what stands around it; empty where the latest of the reader's own are shown. */
  readonly q: string;
  readonly groups: { readonly [K in Exclude<FoundKind, "commands">]: FoundGroup<K> };
};

/** So many of a kind are counted; of more it is only said that there are. */
export const COUNTED_MAX = 50;

/** What is found without one of the words is counted so far. */
export const LEFT_OUT_COUNTED = 100;

/** What a list says of the words that were looked for. */
export type SearchHelp = {
  readonly typed: string;
  /** The words with their typing errors put right; null where there were none. */
  readonly shown: string | null;
  /** Goods that were named beside a service or a place, which providers are not asked for; null where there are none. */
  readonly notAsked: string | null;
  /** Where nothing has all of the words: what is found without one of them. */
  readonly leftOut: readonly { readonly q: string; readonly left: string; readonly count: number }[];
};

/** A thing that was found, in the reader's words. */
export type WordedItem = {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly detail?: string;
  /** Its number, or the code of goods. */
  readonly number?: string;
  /** Its title is in this language, where that is another than the reader's; a press on it opens this view in it. */
  readonly language?: string;
};

export type WordedGroup = {
  readonly kind: string;
  readonly heading: string;
  readonly items: readonly WordedItem[];
  /** Where all of them stand. */
  readonly all?: { readonly href: string; readonly label: string };
};

/** What the search answers, in the reader's words. */
export type WordedFound = {
  readonly q: string;
  readonly groups: readonly WordedGroup[];
  /** "12 found", or that nothing was. */
  readonly said: string;
  readonly words: { readonly field: string; readonly page: string };
};

/** The words of the map of keys: what each does, and where all stand and can be turned off. */
export type KeyWords = {
  readonly title: string;
  readonly page: string;
  readonly acts: Readonly<Record<string, string>>;
};
