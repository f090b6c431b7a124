import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { partyName, placeName } from "@/components/ui/party-name";
import { ChainGates } from "@/components/orders/chain/chain-gates";
import { ChainLanes } from "@/components/orders/chain/lanes/chain-lanes";
import { ChainOrders } from "@/components/orders/chain/chain-orders";
import { ChainTimes } from "@/components/orders/chain/chain-times";
import { ChainTurnBar } from "@/components/orders/chain/chain-turn-bar";
import { LiveDeal } from "@/components/live/live-deal";
import { RerouteHistory } from "@/components/orders/reroute/reroute-history";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { PageHead } from "@/components/ui/page/page-head";
import { dayOf } from "@/domain/shared/local-date";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { chainPage } from "@/server/orders/queries/chain";
import { GateStep } from "./gate-step";
import { wordOf } from "./word-of";
import { RerouteStep } from "./reroute-step";

type PageProps = {
  readonly params: Promise<{ dealId: string }>;
  readonly searchParams: Promise<{ waive?: string | string[]; release?: string | string[]; via?: string | string[] }>;
};

export default async function ChainPage({ params, searchParams }: PageProps) {
  const [{ dealId }, { waive, release, via }] = await Promise.all([params, searchParams]);
  const { actor, timeZone } = await requireMember(`/deals/${dealId}/chain`);
  const { database, clock } = platform();
  const now = clock();
  const view = await chainPage(database.read, actor, { dealId, now });
  if (!view) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("chain")]);
  const { deal, side } = view;
  const word = wordOf();
  const here = `/${locale}/deals/${deal.id}`;
  const acts = { view, waive, release, today: dayOf(now), backHref: `${here}/chain#gates` };
  return (
    <PageWrap>
      <LiveDeal dealId={deal.id} seq={deal.seq} />
      <PageHead
        title={t("page.title", { title: deal.title })}
        crumb={
          side === "buyer"
            ? [{ label: t("page.deal"), href: here }, { label: deal.reference }]
            : [{ label: t("page.orders"), href: `/${locale}/orders` }, { label: deal.reference }]
        }
        actions={
          side === "buyer" ? (
            <ButtonLink href={`${here}/documents`} icon="file-text">
              {t("page.papers")}
            </ButtonLink>
          ) : undefined
        }
        sub={t("page.sub", { hub: placeName(deal.hub, locale), buyer: partyName(deal.buyer, locale) })}
      />
      <div className="stack">
        <ClientWords>
          <ChainTurnBar view={view} word={word} />
        </ClientWords>
        <GateStep {...acts} />
        <RerouteStep view={view} via={via} />
        <ChainLanes view={view} now={now} />
        <ChainOrders view={view} />
        <ClientWords>
          <ChainGates view={view} zone={timeZone} word={word} />
        </ClientWords>
        <ChainTimes view={view} zone={timeZone} />
        <RerouteHistory reroutes={view.reroutes.filter(({ state }) => state !== "asked")} zone={timeZone} />
      </div>
    </PageWrap>
  );
}
