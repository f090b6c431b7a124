import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PublicPageHead } from "@/app/found/public-head";
import { providerThings } from "@/app/found/things";
import { showTexts, textsOfProvider } from "@/app/written-texts";
import { ListingPanel, ProviderRecord } from "@/components/catalogue/listing-panel";
import {
  ProviderAnswers,
  ProviderExamples,
  ProviderLanes,
  ProviderLead,
  ProviderTerms,
} from "@/components/catalogue/provider-page";
import { ServiceSlots } from "@/components/services/service-name";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Note } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { cityName, partyName, placeName } from "@/components/ui/words";
import { mayEver } from "@/domain/access/policy";
import type { Locale } from "@/domain/shared/locale";
import { MARKET_ZONE } from "@/domain/shared/time";
import { noteOpened } from "@/server/catalogue/exposure";
import { providerPage } from "@/server/catalogue/queries";
import { referenceData } from "@/server/hubs/queries/network";
import { anonymous, currentSession, type Session } from "@/server/platform/identity/session";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import type { Provider } from "@/views/providers";

type PageProps = { readonly params: Promise<{ providerId: string }> };

const load = cache((id: string) => providerPage(platform().database.read, id, platform().clock()));

/** Where a bid of this provider is asked for: a deal of the reader's own, and for whoever has no account the front page's draft. */
function askHref({ id, listings }: Provider, session: Session | null): string {
  const [first] = listings;
  const asked = new URLSearchParams({ ask: first?.service ?? "", way: first?.corridors[0] ?? "", with: id });
  return session === null ? `?${asked.toString()}#first-text` : `/deals/new?${asked.toString()}`;
}

type ActionsProps = { readonly provider: Provider; readonly session: Session | null };

/** What a reader can do about a provider: ask for a bid, or invite it; its own people change the page. */
async function PageActions({ provider, session }: ActionsProps) {
  const [locale, t] = [await getLocale(), await getTranslations("catalogue.provider")];
  if (session?.organisation?.id === provider.id)
    return <ButtonLink href={`/${locale}/organisation/listings`}>{t("change")}</ButtonLink>;
  if (session !== null && !mayEver(session.actor, "deal.create")) return null;
  return (
    <>
      <ButtonLink href={`/${locale}${askHref(provider, session)}`} variant="primary" icon="plus">
        {t("ask")}
      </ButtonLink>
      <ButtonLink href={`/${locale}/shortlist/invite?with=${provider.id}`}>{t("invite")}</ButtonLink>
    </>
  );
}

export default async function ProviderPage({ params }: PageProps) {
  const provider = await load((await params).providerId);
  if (!provider) notFound();
  await noteOpened(provider.id);
  const [locale, words, t, countries, common, session] = await Promise.all([
    getLocale(),
    getTranslations(),
    getTranslations("catalogue"),
    getTranslations("services.country"),
    getTranslations("common"),
    currentSession(),
  ]);
  const { hubs, places } = await referenceData(platform().database.read);
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
  const zone = session?.timeZone ?? MARKET_ZONE;
  const show = await showTexts(session?.actor ?? anonymous(), textsOfProvider(provider));
  const otherName = name === provider.nameOwn ? provider.nameLatin : provider.nameOwn;
  return (
    <PageWrap>
      <PublicPageHead
        path={`/providers/${provider.id}`}
        picture={`/provider/${provider.id}`}
        things={providerThings(provider, {
          locale: locale as Locale,
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
        actions={<PageActions provider={provider} session={session} />}
      />
      <AsMarkup>
        <div className="stack">
          <ProviderLead {...{ provider, name, hubName, show }} />
          <ProviderRecord
            provider={provider}
            zone={zone}
            seat={city === "" ? land : t("seat", { city: cityName(city, places.values(), locale), country: land })}
          />
          <ProviderTerms provider={provider} zone={zone} now={platform().clock()} />
          <ProviderLanes lanes={provider.lanes} />
          {provider.listings.map((listing) => (
            <ListingPanel key={listing.service} {...{ listing, hubName, show }} providerId={provider.id} />
          ))}
          {provider.examples.length > 0 && <ProviderExamples examples={provider.examples} />}
          {provider.answers.length > 0 && <ProviderAnswers answers={provider.answers} />}
          <Note>{t("page.contact")}</Note>
        </div>
      </AsMarkup>
    </PageWrap>
  );
}
