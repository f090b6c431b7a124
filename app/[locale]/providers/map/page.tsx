import { getLocale, getTranslations } from "next-intl/server";
import type { MapHub } from "@/components/hubs/map/hub-map";
import { ProviderMap } from "@/components/hubs/provider-map";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { servedCorridors } from "@/domain/catalogue/served-corridors";
import { placeNamesOf } from "@/domain/shared/place-names";
import { directory } from "@/server/catalogue/directory/directory";
import { referenceData } from "@/server/hubs/queries/network";
import { platform } from "@/server/platform/platform";
import { addressOf, askedIn, type Params } from "../asked-directory";

type PageProps = { readonly searchParams: Promise<Params> };

/** How many of the providers that the directory is narrowed to work at each hub. A page of its own: whoever reads the list is not sent the map. */
export default async function ProviderMapPage({ searchParams }: PageProps) {
  const asked = askedIn(await searchParams);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("catalogue")]);
  const { database, clock } = platform();
  const { q, chosen } = asked;
  const question = { q, chosen, order: "name", need: null, from: 0, limit: 1 } as const;
  const { counts } = await directory(database.read, question, clock());
  const { hubs, places, network } = await referenceData(database.read);
  const counted = [...(counts.get("hub") ?? [])].flatMap(([id, count]): MapHub[] => {
    const hub = hubs.get(id);
    const place = places.get(hub?.placeIds[0] ?? "");
    if (!hub || !place || count === 0) return [];
    const { lon, lat } = place;
    return [{ id, ...placeNamesOf(hub), isBorderHub: hub.isBorderHub, count, shareBps: null, lon, lat }];
  });
  const providers = `/${locale}/providers`;
  const countries = servedCorridors(network).map((corridor) => corridor.replace("CN", "").replace("-", ""));
  return (
    <PageWrap>
      <PageHead
        title={t("map.title")}
        sub={t("map.sub")}
        crumb={[{ label: t("directory.title"), href: addressOf(providers, asked) }, { label: t("map.title") }]}
      />
      <ProviderMap
        hubs={counted.sort((one, other) => other.count - one.count)}
        countries={[...new Set(countries)].sort()}
        hrefOf={(hubId) => addressOf(providers, asked, { chosen: { ...chosen, hub: [hubId] } })}
      />
    </PageWrap>
  );
}
