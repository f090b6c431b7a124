import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { placeName } from "@/components/ui/words";
import { ExpectedAtBorder } from "@/components/orders/chain/chain-times";
import { DealNext } from "@/components/orders/chain/deal-next";
import { CargoTable } from "@/components/deals/cargo-table";
import { DealSumPanel } from "@/components/orders/deal-sum";
import { DealRequests } from "@/components/deals/deal-table";
import { DealRoute, DealWaybill } from "@/components/deals/deal-summary";
import { ReadinessPanel } from "@/components/documents/readiness";
import { LiveDeal } from "@/components/live/live-pages";
import { SpecWarnings } from "@/components/services/service-figures";
import { WaitToCome } from "@/components/services/logistics/planned-way";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { mayEver } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { chainPage } from "@/server/orders/queries/chain";
import { dealSum } from "@/server/orders/queries/order-bill";
import { dealPage } from "@/server/deals/queries";
import { documentsView } from "@/server/documents/queries";
import { waitToCome } from "@/server/hubs/queries/routes";
import { WhatNow } from "@/app/[locale]/requests/[requestId]/request-head";
import { dayOf } from "@/domain/shared/time";
import { GateStep, wordOf } from "./chain/gate-step";
import { RepeatDeal } from "../repeat-deal";

type PageProps = { readonly params: Promise<{ dealId: string }> };

export default async function DealPage({ params }: PageProps) {
  const { dealId } = await params;
  const session = await requireMember(`/deals/${dealId}`);
  const { clock } = platform();
  const now = clock();
  const deal = await dealPage(pageReader(), session.actor, { id: dealId, now });
  if (!deal) notFound();
  const papers = await documentsView(pageReader(), session.actor, dealId);
  const isUnderWay = deal.requests.some(({ state }) => state === "awarded");
  const chain = isUnderWay ? await chainPage(pageReader(), session.actor, { dealId, now }) : null;
  const carriage = deal.requests.find(({ service }) => service === "logistics")?.state ?? null;
  const toCome = await waitToCome(pageReader(), deal, { now, carriage });
  const sum = isUnderWay ? await dealSum(pageReader(), session.actor, { dealId, now }) : null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("deals")]);
  const canCompare = deal.requests.some((request) => request.state === "opened" || request.state === "awarded");
  return (
    <PageWrap>
      <PageHead
        title={deal.title}
        crumb={[{ label: t("list.title"), href: `/${locale}/deals` }, { label: deal.reference }]}
        actions={
          <>
            <ButtonLink href={`/${locale}/deals/${deal.id}/chain`} icon="route">
              {t("page.chain")}
            </ButtonLink>
            {canCompare && (
              <ButtonLink href={`/${locale}/deals/${deal.id}/compare`} icon="columns-3">
                {t("page.compare")}
              </ButtonLink>
            )}
            {mayEver(session.actor, "draft.change") && <RepeatDeal dealId={deal.id} />}
          </>
        }
      />
      {chain && <LiveDeal dealId={deal.id} seq={chain.deal.seq} />}
      <div className="stack">
        <ClientWords>
          <DealNext deal={deal} chain={chain} word={wordOf()} zone={session.timeZone} now={now} />
        </ClientWords>
        {chain && <GateStep view={chain} today={dayOf(now)} backHref={`/${locale}/deals/${deal.id}/chain#gates`} />}
        {deal.conflicts.map((conflict) => (
          <SpecWarnings key={conflict.service} {...conflict} />
        ))}
        <DealWaybill deal={deal} />
        <Panel title={t("request.title")} isFlush id="requests">
          {deal.requests.length > 0 ? (
            <DealRequests
              requests={deal.requests}
              zone={session.timeZone}
              hub={{ name: placeName(deal.hub, locale), zone: deal.hubZone }}
              now={now}
            />
          ) : (
            <EmptyState reason={t("request.none")} detail={t("request.noneDetail")} />
          )}
        </Panel>
        {deal.requests
          .filter(({ turn }) => turn.act === "choose")
          .map((request) => (
            <WhatNow key={request.id} request={{ ...request, fallback: null, successor: null }} />
          ))}
        {sum && <DealSumPanel sum={sum} />}
        {papers && <ReadinessPanel view={papers} />}
        <DealRoute deal={deal} wait={chain ? <ExpectedAtBorder view={chain} /> : <WaitToCome route={{ toCome }} />} />
        <Panel title={t("cargo.title")} isFlush>
          <CargoTable cargo={deal.cargo} />
        </Panel>
      </div>
    </PageWrap>
  );
}
