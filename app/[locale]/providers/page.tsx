import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { ServicesByCorridor } from "@/components/about/service-links";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { isCorridor } from "@/domain/about/service-figures";
import { offeredWays } from "@/server/about/offered-ways";
import { FacetFilters } from "@/components/catalogue/directory/facet-filters";
import { ProviderTable } from "@/components/catalogue/directory/provider-table";
import { ChooseBox, ChosenForm } from "@/components/catalogue/directory/chosen-form";
import { SearchNote } from "@/components/find/search-note";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { Pager } from "@/components/ui/table/pager";
import { facetValues } from "@/domain/catalogue/directory/facets";
import { fitOf, fitParts, type Need } from "@/domain/catalogue/directory/fit";
import { dayOf, type Instant } from "@/domain/shared/time";
import { directory } from "@/server/catalogue/directory/directory";
import { noteFound } from "@/server/catalogue/exposure";
import { searchHelp } from "@/server/find/search-help";
import { referenceData } from "@/server/hubs/queries/network";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { needOf, ownOpenRequests } from "@/server/requests/queries/own-open";
import type { ProviderCard } from "@/views/providers";
import { shortlistAction } from "../shortlist/actions";
import { addressOf, type Asked, askedIn, PAGE_SIZE, type Params, withoutValue } from "./asked-directory";
import { cardNames } from "./directory-names";
import { facetOptions } from "./facet-options";

/** Why each provider fits the need. */
const fittingOf = (need: Need, now: Instant) => (card: ProviderCard) => {
  const offer = card.offers.find(({ service }) => service === need.service);
  const party = { isChecked: card.check?.standing === "holds", figures: card.figures };
  return fitOf(fitParts(need), offer ? facetValues(offer, party, dayOf(now)) : []);
};

/** The reader's own open requests, and what the one asks that providers are to fit. */
async function fitOfReader({ requestId }: Asked, now: Instant) {
  const { read } = platform().database;
  const session = await currentSession();
  if (!session) return { open: [], need: null };
  return {
    open: await ownOpenRequests(read, session.actor, now),
    need: requestId === "" ? null : await needOf(read, session.actor, { requestId, now }),
  };
}

type PageProps = { readonly searchParams: Promise<Params> };

export default async function ProvidersPage({ searchParams }: PageProps) {
  const asked = askedIn(await searchParams);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("catalogue")]);
  const { database, clock } = platform();
  const now = clock();
  const { open, need } = await fitOfReader(asked, now);
  // The list's own order is no choice: whoever asks for a fit is then shown it.
  const own = need ? "fit" : "name";
  const order = asked.sort || own;
  const from = (asked.page - 1) * PAGE_SIZE;
  const chosen = need ? { ...asked.chosen, service: [need.service] } : asked.chosen;
  const found = await directory(database.read, { q: asked.q, chosen, order, need, from, limit: PAGE_SIZE }, now);
  await noteFound(found.cards, { q: asked.q, chosen });
  const help = await searchHelp(database.read, {
    ...{ q: asked.q, of: "providers", isFound: found.total > 0 },
    count: async (q) => (await directory(database.read, { q, chosen, order, need, from: 0, limit: 1 }, now)).total,
  });
  const known = await referenceData(database.read);
  const names = await cardNames(known);
  const offers = [...(await offeredWays(database.read, now)).values()];
  const path = `/${locale}/providers`;
  const hrefOf = (change: Partial<Asked>) => addressOf(path, asked, change);
  const sorts = (["name", "on_time", "first_response", "completed"] as const).filter((one) => one !== own);
  return (
    <PageWrap>
      <PublicPageHead
        path="/providers"
        title={t("directory.title")}
        sub={t("directory.sub")}
        actions={
          <>
            <ButtonLink href={addressOf(`${path}/map`, asked)} icon="route">
              {t("directory.map")}
            </ButtonLink>
            <ButtonLink href={`/${locale}/shortlist`} icon="book-open">
              {t("directory.shortlist")}
            </ButtonLink>
          </>
        }
      />
      <FacetFilters
        action={path}
        q={asked.q}
        chosen={asked.chosen}
        options={await facetOptions(known, names.hubName)}
        counts={found.counts}
        total={found.total}
        without={(facet, value) => hrefOf({ chosen: withoutValue(asked, facet, value) })}
        withoutWords={hrefOf({ q: "" })}
        fit={
          open.length === 0
            ? null
            : {
                value: need ? asked.requestId : "",
                options: open.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${title}` })),
                removeHref: hrefOf({ requestId: "", sort: "" }),
              }
        }
        sort={{
          value: asked.sort === own ? "" : asked.sort,
          options: [
            { value: "", label: t(`sort.${own}`) },
            ...sorts.map((value) => ({ value, label: t(`sort.${value}`) })),
          ],
        }}
      />
      <SearchNote help={help} address={(q) => hrefOf({ q })} />
      {found.cards.length > 0 ? (
        <ChosenForm
          compareHref={`${path}/compare`}
          shortlist={shortlistAction}
          isBuyer={open.length > 0}
          inviteHref={`/${locale}/shortlist/invite`}
        >
          <ProviderTable
            {...names}
            rows={found.cards}
            fitting={need && fittingOf(need, now)}
            sorted={order}
            sortHref={(sort) => hrefOf({ sort: sort === order ? "" : sort })}
            end={{ head: t("column.choose"), cell: (card) => <ChooseBox card={card} /> }}
          />
        </ChosenForm>
      ) : (
        <Panel isFlush>
          <EmptyState reason={t("directory.none")} detail={t("directory.noneDetail")}>
            <ButtonLink href={path}>{t("directory.all")}</ButtonLink>
          </EmptyState>
        </Panel>
      )}
      <p className="field-help">{t("directory.orderHelp")}</p>
      <Pager
        previousHref={asked.page > 1 ? hrefOf({ page: asked.page - 1 }) : undefined}
        nextHref={from + PAGE_SIZE < found.total ? hrefOf({ page: asked.page + 1 }) : undefined}
      />
      {asked.page === 1 && hrefOf({}) === path && (
        <div className="stack mt-3">
          <AsMarkup>
            <ServicesByCorridor offers={offers.filter(({ way }) => isCorridor(way))} />
          </AsMarkup>
        </div>
      )}
    </PageWrap>
  );
}
