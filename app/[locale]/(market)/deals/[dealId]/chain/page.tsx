import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { partyName, placeName } from "@/components/ui/words";
import { ChainGates } from "@/components/orders/chain/chain-gates";
import { ChainLanes } from "@/components/orders/chain/chain-lanes";
import { ChainOrders } from "@/components/orders/chain/chain-orders";
import { ChainTimes } from "@/components/orders/chain/chain-times";
import { ChainTurnBar } from "@/components/orders/chain/chain-turn-bar";
import { DealNext } from "@/components/orders/chain/deal-next";
import { LiveDeal } from "@/components/live/live-pages";
import { RerouteHistory, ReroutePanel, usePlanWords } from "@/components/orders/reroute-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/domain/shared/time";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { dealPage } from "@/server/deals/queries";
import { chainPage } from "@/server/orders/queries/chain";
import { GateStep, wordOf } from "./gate-step";
import { useLocale, useTranslations } from "next-intl";
import { AnswerForm, AskForm } from "@/components/orders/reroute-forms";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { DealChain } from "@/views/chain";
import { isOffered } from "@/domain/orders/reroute";
import { askRerouteAction, endRerouteAction } from "./actions";

type RerouteStepProps = { readonly view: DealChain; readonly via: string | string[] | undefined };

/** Another way that waits for its answer, with what the reader can do; else the one that the reader is about to ask for. */
function RerouteStep({ view, via }: RerouteStepProps) {
  const t = useTranslations("reroute");
  const locale = useLocale();
  const words = usePlanWords();
  const { deal, reroutes, otherWays } = view;
  const asked = reroutes.find(({ state }) => state === "asked");
  if (asked) {
    const fields = { dealId: deal.id, number: String(asked.number), idempotencyKey: newId() };
    return (
      <ReroutePanel view={view} reroute={asked}>
        <ClientWords>
          {asked.isViewersTurn && <AnswerForm action={endRerouteAction} fields={fields} />}
          {asked.mayWithdraw && (
            <OneButtonForm action={endRerouteAction} fields={{ ...fields, event: "withdraw" }}>
              {t("panel.withdraw")}
            </OneButtonForm>
          )}
        </ClientWords>
      </ReroutePanel>
    );
  }
  const chosen = view.mayReroute ? otherWays.find((way) => way.hubId === via && isOffered(way, deal)) : undefined;
  const carrier = view.orders.find(({ service }) => service === "logistics")?.provider;
  if (!chosen || !carrier || !view.carriageCurrency) return null;
  const other = partyName(view.side === "buyer" ? carrier : deal.buyer, locale);
  const hubs = words.hubs({ from: deal.hub, to: chosen.hub });
  return (
    <ClientWords>
      <AskForm
        action={askRerouteAction}
        fields={{
          dealId: deal.id,
          hubId: chosen.hubId,
          extraCurrency: view.carriageCurrency,
          idempotencyKey: newId(),
        }}
        intro={t("ask.intro", { other, ...hubs, ...words.plan(chosen) })}
        hub={hubs.hub}
        mode={deal.mode}
        backHref={`/${locale}/deals/${deal.id}/chain`}
      />
    </ClientWords>
  );
}

type PageProps = {
  readonly params: Promise<{ dealId: string }>;
  readonly searchParams: Promise<{ waive?: string | string[]; release?: string | string[]; via?: string | string[] }>;
};

export default async function ChainPage({ params, searchParams }: PageProps) {
  const [{ dealId }, { waive, release, via }] = await Promise.all([params, searchParams]);
  const { actor, timeZone } = await requireMember(`/deals/${dealId}/chain`);
  const { clock } = platform();
  const now = clock();
  const view = await chainPage(pageReader(), actor, { dealId, now });
  if (!view) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("chain")]);
  const { deal, side } = view;
  const bought = side === "buyer" ? await dealPage(pageReader(), actor, { id: dealId, now }) : null;
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
          {bought ? (
            <DealNext deal={bought} chain={view} word={word} zone={timeZone} now={now} />
          ) : (
            <ChainTurnBar view={view} word={word} />
          )}
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
