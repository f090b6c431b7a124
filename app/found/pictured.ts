import "server-only";
import { getTranslations } from "next-intl/server";
import { listFormat } from "@/components/ui/format";
import { serviceName } from "@/components/services/service-name";
import { gapOf, partyName, placeName } from "@/components/ui/words";
import type { Hub } from "@/domain/hubs/place";
import { type Instant } from "@/domain/shared/time";
import { SERVICES } from "@/domain/shared/vocabulary";
import { servicePage } from "@/server/about/service-page";
import { providerPage } from "@/server/catalogue/queries";
import { hubPage } from "@/server/hubs/queries/hubs";
import { type ReferenceData, referenceData } from "@/server/hubs/queries/network";
import { platform } from "@/server/platform/platform";
import { countryNames, titleOf } from "../[locale]/services/said";
import type { Picture } from "./draw-picture";

type Asked = { readonly locale: string; readonly now: Instant; readonly known: ReferenceData };
type Said = Pick<Picture, "title" | "lead" | "foot"> & {
  readonly hubIds: readonly string[];
  readonly countries: readonly string[];
};
/** What is said of a thing by its address below the kind; null where there is none. */
type Pictured = (rest: readonly string[], asked: Asked) => Promise<Said | null>;

const reader = () => platform().database.read;

/** The front page, the list of hubs and that of corridors: the whole map. */
const ofMarket =
  (room: "common" | "hubs.board" | "remittance.corridor"): Pictured =>
  async (rest) => {
    if (rest.length > 0) return null;
    const [common, t] = [await getTranslations("common"), await getTranslations(room)];
    const isFront = room === "common";
    const lead = isFront ? "" : common("tagline");
    return { title: isFront ? common("tagline") : t("title" as never), lead, foot: "", hubIds: [], countries: [] };
  };

const ofHub: Pictured = async ([id = "", ...more], { locale, now }) => {
  const hub = more.length === 0 ? await hubPage(reader(), id, now) : null;
  if (!hub) return null;
  const [t, kinds] = [await getTranslations("found.said"), await getTranslations("hubs.kind")];
  const countries = ["CN", ...hub.countries].map(await countryNames());
  return {
    title: placeName(hub, locale),
    lead: `${kinds(hub.kind)} · ${listFormat(locale).format(countries)}`,
    foot: hub.openRequests > 0 ? t("requests", { count: hub.openRequests }) : "",
    ...{ hubIds: [hub.id], countries: hub.countries },
  };
};

const ofService: Pictured = async ([asked = "", way = "", ...more], { locale, now }) => {
  const service = SERVICES.find((one) => one === asked);
  const page = service && more.length === 0 ? await servicePage(reader(), { service, way, now }) : null;
  if (!page) return null;
  const t = await getTranslations("found.said");
  const { days } = page.figures;
  const said = [t("providers", { count: page.providers.count }), ...(days ? [t("days", { days: days.median })] : [])];
  const hubs = page.hub ? [page.hub] : page.hubs.map(({ hub }) => hub);
  return {
    ...{ title: await titleOf(page), lead: said.join(gapOf(locale)), foot: "" },
    hubIds: hubs.map(({ id }) => id),
    countries: page.hub ? page.hub.countries : way.split("-"),
  };
};

const ofProvider: Pictured = async ([id = "", ...more], { locale, now, known }) => {
  const provider = more.length === 0 ? await providerPage(reader(), id, now) : null;
  if (!provider) return null;
  const [words, t] = [await getTranslations(), await getTranslations("found.said")];
  const list = (names: readonly string[]) => listFormat(locale).format(names);
  const hubs = [...new Set(provider.listings.flatMap(({ hubIds }) => hubIds))].flatMap(
    (one) => known.hubs.get(one) ?? [],
  );
  const orders = Object.values(provider.completedOrders).reduce((all, count) => all + count, 0);
  return {
    title: partyName(provider, locale),
    lead: list(provider.listings.map(({ service }) => serviceName(words, service))),
    foot: orders > 0 ? t("orders", { count: orders }) : "",
    ...{ hubIds: hubs.map((hub) => hub.id), countries: [] },
  };
};

const KINDS: Readonly<Record<string, Pictured>> = {
  "": ofMarket("common"),
  hubs: ofMarket("hubs.board"),
  corridors: ofMarket("remittance.corridor"),
  hub: ofHub,
  service: ofService,
  provider: ofProvider,
};

/** The picture at an address such as `hub/horgos`; null where nothing public is there. */
export async function pictured(
  address: readonly string[],
  { locale, now }: Omit<Asked, "known">,
): Promise<Picture | null> {
  const [kind = "", ...rest] = address;
  const of = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const known = await referenceData(reader());
  const said = (await of?.(rest, { locale, now, known })) ?? null;
  if (!said) return null;
  const common = await getTranslations("common");
  const { hubIds, countries, ...words } = said;
  const spot = (hub: Hub) => known.places.get(hub.placeIds[0] ?? "");
  const hubs = [...known.hubs.values()].flatMap((hub) => {
    const place = spot(hub);
    return place && (hub.isBorderHub || hubIds.includes(hub.id))
      ? [{ lon: place.lon, lat: place.lat, isMarked: hubIds.includes(hub.id) }]
      : [];
  });
  return {
    ...words,
    product: common("product"),
    hubs,
    borders: countries.length > 0 ? countries : ["KZ", "MN", "RU", "VN"],
  };
}
