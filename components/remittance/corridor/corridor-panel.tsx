import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Panel } from "@/components/ui/page/panel";
import { HEALTH_DAYS, ORDERS_MIN, type OwnCorridor, PROVIDERS_MIN } from "@/domain/remittance/corridor-health";
import { useCorridorName } from "./corridor-name";
import { CorridorTable } from "./corridor-table";

/** How payments like the one that is asked for have fared in this market, by channel. */
export function CorridorPanel({ corridor }: { readonly corridor: OwnCorridor }) {
  const t = useTranslations("remittance.corridor");
  const corridorName = useCorridorName();
  const locale = useLocale();
  const title = t("ownTitle", { corridor: corridorName(corridor) });
  return (
    <Panel title={title} aside={t("period", { days: HEALTH_DAYS })} id="corridor" isFlush>
      {corridor.channels.length > 0 ? (
        <CorridorTable corridors={corridor.channels} caption={title} isOfOne />
      ) : (
        <p className="p-4">{t("tooFew", { orders: ORDERS_MIN, providers: PROVIDERS_MIN })}</p>
      )}
      <p className="px-4 py-2 text-sm">
        <Anchor href={`/${locale}/corridors`}>{t("all")}</Anchor>
      </p>
    </Panel>
  );
}
