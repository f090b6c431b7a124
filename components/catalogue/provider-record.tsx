import { useServiceName } from "@/components/services/service-words";
import { CheckText } from "@/components/accounts/check-text";
import { useTranslations } from "next-intl";
import { CountText } from "@/components/ui/number-text";
import { ShareText } from "@/components/ui/share-text";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { Provider } from "@/views/providers";
import { ON_TIME_LEAST } from "@/domain/catalogue/track-record";
import { SERVICES } from "@/domain/shared/service";

type ProviderRecordProps = {
  readonly provider: Provider;
  readonly zone: string;
  readonly seat: string;
};

/** What the market itself has seen of a provider, each figure with the number it is of. */
export function ProviderRecord({ provider, zone, seat }: ProviderRecordProps) {
  const t = useTranslations("catalogue.record");
  const service = useServiceName();
  const { completedOrders, onTime, check } = provider;
  const all = SERVICES.reduce((count, one) => count + (completedOrders[one] ?? 0), 0);
  const parts = SERVICES.filter((one) => completedOrders[one]).map((one) =>
    t("part", { service: service(one), count: completedOrders[one] ?? 0 }),
  );
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        { number: 1, label: t("seat"), value: seat },
        {
          number: 2,
          label: t("memberSince"),
          value: <TimeText at={provider.memberSince} zone={zone} shape="day" hasYear />,
          detail: provider.foundedYear && t("founded", { year: provider.foundedYear }),
        },
        {
          number: 3,
          label: t("completed"),
          value: <CountText value={all} />,
          detail: parts.join(t("between")) || undefined,
        },
        {
          number: 4,
          label: t("onTime"),
          value:
            onTime.deliveredCount < ON_TIME_LEAST ? (
              t("tooFew", { count: onTime.deliveredCount, least: ON_TIME_LEAST })
            ) : (
              <ShareText part={onTime.onTimeCount} whole={onTime.deliveredCount} unit={t("orders")} />
            ),
          detail: t("onTimeMeans", { early: onTime.earlyCount, notBegun: onTime.notBegunCount }),
        },
        {
          number: 5,
          label: t("check"),
          value: <CheckText check={check} zone={zone} />,
          detail: t("checkMeans"),
          span: "all",
        },
      ]}
    />
  );
}
