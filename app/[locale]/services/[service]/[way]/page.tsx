import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicPageHead } from "@/app/found/public-head";
import { serviceThing } from "@/app/found/things";
import { OfferingHubs, ServiceBoxes, UsualPapers } from "@/components/about/service-facts";
import { cardNames } from "@/app/[locale]/providers/directory-names";
import { ProviderTable } from "@/components/catalogue/directory/provider-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { serviceName } from "@/components/services/service-name";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { placeName } from "@/components/ui/words";
import { mayEver } from "@/domain/access/policy";
import { MARKET_ZONE } from "@/domain/shared/time";
import { SERVICES } from "@/domain/shared/vocabulary";
import { type ServicePage, servicePage } from "@/server/about/service-page";
import { providerCards } from "@/server/catalogue/directory/directory";
import { referenceData } from "@/server/hubs/queries/network";
import { currentSession } from "@/server/platform/identity/session";
import { env } from "@/server/platform/process/env";
import { platform } from "@/server/platform/platform";
import { countryNames, saidOf, titleOf } from "../../said";

type PageProps = { readonly params: Promise<{ readonly service: string; readonly way: string }> };

/** The providers as the directory shows them, with the way to all of them there. */
async function WhoOffers({ page }: { readonly page: ServicePage }) {
  const [locale, t] = [await getLocale(), await getTranslations("found.providers")];
  const { database, clock } = platform();
  const names = await cardNames(await referenceData(database.read));
  const ids = page.providers.first.map(({ id }) => id);
  const filter = new URLSearchParams({ service: page.service, [page.hub ? "hub" : "corridor"]: page.way });
  const all = (
    <Anchor href={`/${locale}/providers?${filter.toString()}`}>{t("all", { count: page.providers.count })}</Anchor>
  );
  return (
    <AsMarkup>
      <Panel title={t("title")} tools={all} isFlush>
        <ProviderTable
          {...names}
          rows={await providerCards(database.read, ids, clock())}
          fitting={null}
          sorted="name"
        />
      </Panel>
    </AsMarkup>
  );
}

/** A service at a hub or on a corridor, with what is known of it now; readable without an account. */
export default async function ServiceOnWayPage({ params }: PageProps) {
  const { service: asked, way } = await params;
  const service = SERVICES.find((one) => one === asked);
  const { database, clock } = platform();
  const page = service ? await servicePage(database.read, { service, way, now: clock() }) : null;
  if (!page) notFound();
  const [locale, t, words, session] = await Promise.all([
    getLocale(),
    getTranslations("found"),
    getTranslations(),
    currentSession(),
  ]);
  const countryName = await countryNames();
  const zone = session?.timeZone ?? MARKET_ZONE;
  const mayAsk = session === null || mayEver(session.actor, "deal.create");
  const title = await titleOf(page);
  const description = await saidOf(page, title);
  const begins = new URLSearchParams({ ask: page.service, way: page.way });
  const path = `/services/${page.service}/${page.way}`;
  const areas = page.hub ? [placeName(page.hub, locale)] : page.way.split("-").map(countryName);
  const said = { locale, path, title, description, service: serviceName(words, page.service), areas };
  const feed = page.hub ? null : { path: `/feeds/${page.service}.${page.way}.xml`, title: t("feed.link") };
  const watched = `${page.hub ? "hub" : "corridor"}.${page.way}`;
  const thing = serviceThing(env().baseUrl, { ...said, providers: page.providers.first });
  return (
    <PageWrap>
      <PublicPageHead
        path={path}
        picture={`/service/${page.service}/${page.way}`}
        things={[thing]}
        {...(feed && { feed })}
        title={title}
        description={description}
        sub={t("sub")}
        crumb={[{ label: words("catalogue.directory.title"), href: `/${locale}/providers` }, { label: title }]}
      />
      <div className="stack">
        <AsMarkup>
          <ServiceBoxes {...page} providers={page.providers.count} zone={zone} />
        </AsMarkup>
        {mayAsk && (
          <Panel title={t("ask.title")}>
            <p>{t("ask.lead")}</p>
            <p className="mt-3">
              <ButtonLink href={`/${locale}?${begins.toString()}#first-text`} variant="primary" icon="plus">
                {t("ask.button")}
              </ButtonLink>
            </p>
          </Panel>
        )}
        {page.hubs.length > 0 && (
          <AsMarkup>
            <Panel title={t("hubs.title")} isFlush>
              <OfferingHubs
                rows={page.hubs}
                hrefOf={(hubId) => `/${locale}/services/${page.service}/${hubId}`}
                zone={zone}
              />
            </Panel>
          </AsMarkup>
        )}
        <WhoOffers page={page} />
        <p className="flow text-sm">
          <Anchor href={`/${locale}/saved?watch=${watched}`}>
            {words("notices.watch.doHub", { name: areas.join(" – ") })}
          </Anchor>
          {feed && <Anchor href={`/${locale}${feed.path}`}>{feed.title}</Anchor>}
        </p>
        {page.papers.length > 0 && (
          <AsMarkup>
            <Panel title={t("papers.title")} isFlush fold="closed">
              <UsualPapers papers={page.papers} />
              <p className="panel-body text-sm text-ink-2">{t("papers.note")}</p>
            </Panel>
          </AsMarkup>
        )}
      </div>
    </PageWrap>
  );
}
