import { useLocale, useTranslations } from "next-intl";
import { ClientWords } from "@/app/client-words";
import { partyName } from "@/components/ui/party-name";
import { AnswerForm } from "@/components/orders/reroute/answer-form";
import { AskForm } from "@/components/orders/reroute/ask-form";
import { ReroutePanel } from "@/components/orders/reroute/reroute-panel";
import { usePlanWords } from "@/components/orders/reroute/use-plan-words";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import type { ChainView } from "@/domain/orders/chain/chain-view";
import { isOffered } from "@/domain/orders/reroute/reroute";
import { newId } from "@/server/platform/new-id";
import { askRerouteAction, endRerouteAction } from "./reroute-actions";

type RerouteStepProps = { readonly view: ChainView; readonly via: string | string[] | undefined };

/** Another way that waits for its answer, with what the reader can do; else the one that the reader is about to ask for. */
export function RerouteStep({ view, via }: RerouteStepProps) {
  const t = useTranslations("reroute");
  const locale = useLocale();
  const words = usePlanWords();
  const { deal, reroutes, others } = view;
  const asked = reroutes.find(({ state }) => state === "asked");
  if (asked) {
    const fields = { dealId: deal.id, number: String(asked.number), idempotencyKey: newId() };
    return (
      <ReroutePanel view={view} reroute={asked}>
        <ClientWords rooms={["reroute.panel"]}>
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
  const chosen = view.mayReroute ? others.find((way) => way.hub.id === via && isOffered(way, deal)) : undefined;
  const carrier = view.lanes.find(({ service }) => service === "logistics")?.order?.provider;
  if (!chosen || !carrier || !view.carriageCurrency) return null;
  const other = partyName(view.side === "buyer" ? carrier : deal.buyer, locale);
  const hubs = words.hubs({ from: deal.hub, to: chosen.hub });
  return (
    <ClientWords rooms={["reroute.ask"]}>
      <AskForm
        action={askRerouteAction}
        fields={{
          dealId: deal.id,
          hubId: chosen.hub.id,
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
