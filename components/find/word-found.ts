import type { CommandName } from "@/domain/find/commands";
import { COMMANDS } from "@/domain/find/commands";
import { searchTokens } from "@/domain/shared/search-text";
import { LOCALES } from "@/domain/shared/locale";
import { labelIn } from "@/domain/tariff/hs-entry";
import {
  COUNTED_MAX,
  type Found,
  type FoundGroup,
  type FoundItems,
  type FoundKind,
  type WordedFound,
  type WordedGroup,
  type WordedItem,
} from "@/views/find";
import { listFormat, regionNames } from "../ui/format";
import { partyName, placeName } from "../ui/words";

type Values = Readonly<Record<string, string | number>>;
export type Words = (key: string, values?: Values) => string;
type Spoken = { readonly locale: string; readonly words: Words };
type Worded<K extends FoundKind> = (item: FoundItems[K], spoken: Spoken) => Omit<WordedItem, "id"> & { id?: string };

const COMMANDS_SHOWN = 6;
const CHINA = "CN";

type Way = Pick<FoundItems["deals"], "origin" | "hub" | "destination">;

const wayIn = ({ origin, hub, destination }: Way, locale: string): string =>
  [origin, hub, destination].map((place) => placeName(place, locale)).join(" → ");

const numbered = ({ id, reference, title }: FoundItems["deals"]) => ({ id, title, number: reference });

const dotted = (...parts: readonly string[]): string => parts.join(" · ");

const ITEMS: { readonly [K in FoundKind]: Worded<K> } = {
  deals: (deal, { locale }) => ({ ...numbered(deal), href: `/deals/${deal.id}`, detail: wayIn(deal, locale) }),
  requests: (request, { locale, words }) => ({
    ...numbered(request),
    href: `/requests/${request.id}`,
    detail: dotted(
      words(`service-${request.service}.name`),
      words(`requests.state.${request.state}`),
      wayIn(request, locale),
    ),
  }),
  orders: (order, { locale, words }) => ({
    ...numbered(order),
    href: `/orders/${order.id}`,
    detail: dotted(words(`service-${order.service}.name`), words(`orders.state.${order.state}`), wayIn(order, locale)),
  }),
  providers: (provider, { locale, words }) => ({
    id: provider.id,
    href: `/providers/${provider.id}`,
    title: partyName(provider, locale),
    detail: listFormat(locale).format(provider.services.map((service) => words(`service-${service}.name`))),
  }),
  hubs: (hub, { locale, words }) => ({
    id: hub.id,
    href: `/hubs/${hub.id}`,
    title: placeName(hub, locale),
    detail: words(hub.isBorderHub ? "find.borderHub" : "find.otherHub"),
  }),
  places: (place, { locale, words }) => ({
    id: place.id,
    href: `/hubs/plan?${place.country === CHINA ? "from" : "to"}=${encodeURIComponent(place.id)}`,
    title: placeName(place, locale),
    detail: words("find.plan", { country: regionNames(locale).of(place.country) ?? place.country }),
  }),
  codes: ({ code, country, labels }, { locale }) => {
    const id = country === null ? code : `${country}-${code}`;
    const label = labelIn(labels, locale);
    return { id, href: `/tariff/${id}`, number: code, title: label?.text ?? code };
  },
  commands: ({ name }, { words }) => {
    const { path, language }: { readonly path: string; readonly language?: string } = COMMANDS[name];
    return { id: name, href: path, title: words(`find.command.${name}.name`), ...(language && { language }) };
  },
};

/** Where a list shows all that holds the words. */
const LISTS: Partial<Record<FoundKind, (q: string) => string>> = {
  deals: (q) => `/deals?q=${q}`,
  requests: (q) => `/requests?state=any&q=${q}`,
  orders: (q) => `/orders?q=${q}`,
  providers: (q) => `/providers?q=${q}`,
  codes: (q) => `/tariff?q=${q}`,
};

type Asked = Spoken & { readonly q: string };

function allOf(kind: FoundKind, { items, count }: FoundGroup<FoundKind>, asked: Asked): Pick<WordedGroup, "all"> {
  const list = LISTS[kind];
  if (!list || asked.q === "" || count <= items.length) return {};
  const label =
    count > COUNTED_MAX ? asked.words("find.allMore", { count: COUNTED_MAX }) : asked.words("find.all", { count });
  return { all: { href: `/${asked.locale}${list(encodeURIComponent(asked.q))}`, label } };
}

function groupOf<K extends FoundKind>(kind: K, group: FoundGroup<K>, asked: Asked): WordedGroup[] {
  if (group.items.length === 0) return [];
  const items = group.items.map((item) => {
    const { href, ...worded } = ITEMS[kind](item, asked);
    const locale = worded.language ?? asked.locale;
    return { ...worded, id: `${kind}-${worded.id}`, href: `/${locale}${href}` };
  });
  const heading = asked.words(asked.q === "" ? `find.latest.${kind}` : `find.kind.${kind}`);
  return [{ kind, heading, items, ...allOf(kind, group, asked) }];
}

/** What a command is found by: its own words and others for it, in each language. */
const wordsOfCommand = (name: CommandName, wordsIn: (locale: string) => Words): string[] =>
  LOCALES.flatMap((locale) =>
    searchTokens(`${wordsIn(locale)(`find.command.${name}.name`)} ${wordsIn(locale)(`find.command.${name}.also`)}`),
  );

/** The commands that each word of the question begins a word of; without words all. */
export function commandsFound(
  names: readonly CommandName[],
  { q, wordsIn }: { readonly q: string; readonly wordsIn: (locale: string) => Words },
): FoundGroup<"commands"> {
  const asked = searchTokens(q);
  const found = names.filter((name) => {
    const words = wordsOfCommand(name, wordsIn);
    return asked.every((word) => words.some((one) => one.startsWith(word)));
  });
  const shown = asked.length === 0 && q !== "" ? [] : found;
  return {
    items: shown.slice(0, q === "" ? undefined : COMMANDS_SHOWN).map((name) => ({ name })),
    count: shown.length,
  };
}

/** What was found in the reader's words, a group a kind: what is their own first. */
export function wordFound(
  { q, groups }: Found,
  commands: FoundGroup<"commands">,
  { locale, words }: Spoken,
): WordedFound {
  const asked = { q, locale, words };
  const worded = [
    ...groupOf("deals", groups.deals, asked),
    ...groupOf("orders", groups.orders, asked),
    ...groupOf("commands", commands, asked),
    ...groupOf("hubs", groups.hubs, asked),
    ...groupOf("requests", groups.requests, asked),
    ...groupOf("providers", groups.providers, asked),
    ...groupOf("places", groups.places, asked),
    ...groupOf("codes", groups.codes, asked),
  ];
  const count = worded.reduce((sum, { items }) => sum + items.length, 0);
  return {
    q,
    groups: worded,
    said: q === "" ? "" : words("find.said", { count, q }),
    words: { field: words("find.field"), page: words("find.page") },
  };
}
