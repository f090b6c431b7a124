import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import { PlanTable } from "@/components/services/logistics/plan/plan-table";
import { WaitToCome } from "@/components/services/logistics/plan/wait-to-come";
import { Panel } from "@/components/ui/page/panel";
import type { CompareCell, ComparePage, CompareProvider } from "@/domain/award/compare-view";
import type { NamedPlace } from "@/domain/shared/named";
import { offerLetter } from "./bidder-name";
import { logisticsTermsSchema } from "@/domain/services/logistics/terms";

type ComparePlanProps = {
  readonly page: Pick<ComparePage, "services" | "providers" | "route">;
  readonly places: readonly NamedPlace[];
};

/** The planner's way beside every readable bid for carriage; nothing while there is none to read. */
export function ComparePlan({ page, places }: ComparePlanProps) {
  const t = useTranslations("service-logistics.plan");
  const locale = useLocale();
  const cells = page.services.find(({ service }) => service === "logistics")?.cells ?? [];
  if (cells.length === 0) return null;
  const nameOf = ({ providerId, alternative }: CompareCell) => {
    const provider = page.providers.find(({ id }) => id === providerId) as CompareProvider;
    return `${offerLetter(provider.letter, alternative)} ${partyName(provider, locale)}`;
  };
  const bids = cells.map((cell) => ({
    id: cell.choiceId,
    name: nameOf(cell),
    transitDays: cell.transitDays,
    // Terms that are read no longer say no way; they are shown word for word above.
    terms: logisticsTermsSchema.safeParse(cell.content.terms).data ?? {},
  }));
  return (
    <div className="mt-3">
      <Panel title={t("title")} isFlush>
        <p className="px-4 pt-2 text-sm text-ink-2">{t("lead")}</p>
        <div className="px-4 pt-2">
          <WaitToCome route={page.route} />
        </div>
        <PlanTable route={page.route} bids={bids} places={places} />
      </Panel>
    </div>
  );
}
