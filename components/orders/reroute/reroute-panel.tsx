import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { partyName } from "@/components/ui/party-name";
import { formatMoney } from "@/components/ui/figures/format-money";
import { Panel } from "@/components/ui/page/panel";
import type { ChainView } from "@/domain/orders/chain/chain-view";
import type { RerouteView } from "@/domain/orders/reroute/reroute-view";
import { usePlanWords } from "./use-plan-words";

type ReroutePanelProps = {
  readonly view: ChainView;
  readonly reroute: RerouteView;
  /** What the reader can do: answer it, or take it back. */
  readonly children?: ReactNode;
};

/** Another way that one side has asked for and the other has not answered yet: what it changes, and whose turn it is. */
export function ReroutePanel({ view, reroute, children }: ReroutePanelProps) {
  const t = useTranslations("reroute.panel");
  const locale = useLocale();
  const words = usePlanWords();
  const { askedBy, extra, reason } = reroute;
  const hubs = words.hubs(reroute);
  const carrier = view.lanes.find(({ service }) => service === "logistics")?.order?.provider ?? view.deal.buyer;
  const other = partyName(askedBy === "buyer" ? carrier : view.deal.buyer, locale);
  return (
    <Panel title={t("title")} id="reroute">
      <div className="form-stack">
        <p>
          <b>{t(`ask.${askedBy}`, hubs)}</b> {t("plan", words.plan(reroute))}{" "}
          {view.carriageCurrency && (extra ? t("extra", { amount: formatMoney(extra, locale) }) : t("noExtra"))}
        </p>
        <p>{t("declared", hubs)}</p>
        {reason && <blockquote>{reason}</blockquote>}
        <p className="text-ink-2">{reroute.isViewersTurn ? t("yours", hubs) : t("waits", { ...hubs, other })}</p>
        {children}
      </div>
    </Panel>
  );
}
