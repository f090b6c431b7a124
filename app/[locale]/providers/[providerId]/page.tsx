import { PublicPageHead } from "@/app/found/public-head";
import { providerThings } from "@/app/found/things";
import { showTexts, textsOfProvider } from "@/app/written-texts";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ListingPanel, ProviderRecord } from "@/components/catalogue/listing-panel";
import { cityName, partyName, placeName } from "@/components/ui/words";
import { PageWrap } from "@/components/shell/page-wrap";
import { ServiceSlots } from "@/components/services/service-name";
import { Note } from "@/components/ui/blocks";
import { MARKET_ZONE } from "@/domain/shared/time";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { providerPage } from "@/server/catalogue/queries";
import { referenceData } from "@/server/hubs/queries/network";

type PageProps = { readonly params: Promise<{ providerId: string }> };

const load = cache((id: string) => providerPage(platform().database.read, id, platform().clock()));

export default async function ProviderPage({ params }: PageProps) {
  const provider = await load((await params).providerId);
  if (!provider) notFound();
  const [locale, words, t, countries, common, session] = await Promise.all([
    getLocale(),
    getTranslations(),
    getTranslations("catalogue"),
    getTranslations("services.country"),
    getTranslations("common"),
    currentSession(),
  ]);
  const { hubs, places } = await referenceData(platform().database.read);
  const show = await showTexts(session?.actor ?? anonymous(), textsOfProvider(provider));
  const hubName = (id: string) => {
    const hub = hubs.get(id);
    return hub ? placeName(hub, locale) : id;
  };
  const { country, city } = provider;
  const land = countries.has(country)
    ? countries(country)
    : t.has(`country.${country}`)
      ? t(`country.${country}`)
      : country;
  const name = partyName(provider, locale);
  const otherName = name === provider.nameOwn ? provider.nameLatin : provider.nameOwn;
  return (
    <PageWrap>
      <PublicPageHead
        path={`/providers/${provider.id}`}
        picture={`/provider/${provider.id}`}
        things={providerThings(provider, {
          name,
          address: `${env().baseUrl}/${locale}/providers/${provider.id}`,
          serviceName: (service) => words(`service-${service}.name`),
          hubName,
        })}
        title={name}
        description={common("description.provider", { name })}
        sub={otherName === name ? undefined : otherName}
        crumb={[{ label: t("directory.title"), href: `/${locale}/providers` }, { label: name }]}
        chip={<ServiceSlots services={provider.listings.map((listing) => listing.service)} />}
      />
      <div className="stack">
        {provider.description &&
          show({ kind: "organisation", id: provider.id, part: "", text: provider.description }, "max-w-prose")}
        <ProviderRecord
          provider={provider}
          zone={session?.timeZone ?? MARKET_ZONE}
          seat={city === "" ? land : t("seat", { city: cityName(city, places.values(), locale), country: land })}
        />
        {provider.listings.map((listing) => (
          <ListingPanel key={listing.service} {...{ listing, hubName, show }} providerId={provider.id} />
        ))}
        <Note>{t("page.contact")}</Note>
      </div>
    </PageWrap>
  );
}
