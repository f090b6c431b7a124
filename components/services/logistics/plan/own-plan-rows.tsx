import { useTranslations } from "next-intl";
import type { PlannedRoute } from "@/domain/requests/planned-route";
import type { OwnBid } from "@/domain/bidding/bid-view";
import type { NamedPlace } from "@/domain/shared/named";
import { logisticsTermsSchema } from "@/domain/services/logistics/terms";
import { PlanTable } from "./plan-table";
import { WaitToCome } from "./wait-to-come";

type OwnPlanRowsProps = {
  readonly route: PlannedRoute;
  readonly bid: OwnBid;
  readonly places: readonly NamedPlace[];
};

/** The planner's way beside the bidder's own latest version. */
export function OwnPlanRows({ route, bid, places }: OwnPlanRowsProps) {
  const t = useTranslations("service-logistics.plan");
  const { transitDays, terms } = bid.versions[0].content;
  // Terms that are read no longer say no way; they are shown word for word beside it.
  const own = { id: bid.id, name: t("yours"), transitDays, terms: logisticsTermsSchema.safeParse(terms).data ?? {} };
  return (
    <section className="border-t border-line">
      <h3 className="px-4 pt-3 font-medium">{t("titleOwn")}</h3>
      <p className="px-4 pb-2 text-sm text-ink-2">{t("lead")}</p>
      <div className="px-4 pt-2">
        <WaitToCome route={route} />
      </div>
      <PlanTable route={route} bids={[own]} places={places} />
    </section>
  );
}
