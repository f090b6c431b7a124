import { useLocale, useTranslations } from "next-intl";
import { HubName, placeName } from "@/components/ui/words";
import { LiveCount } from "@/components/requests/live-count";
import { isApartFromGoods, ServiceBrief } from "@/components/services/service-figures";
import { MoneyText, VolumeText, WeightText } from "@/components/ui/figures";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import { type WaybillBox, WaybillGrid } from "@/components/ui/waybill-grid";
import type { RequestPage } from "@/views/requests";
import { disclosureOf } from "@/domain/bidding/live-feedback";

type RequestWaybillProps = { readonly request: RequestPage; readonly zone: string };

/** It ended, and where nobody has opened it before, nobody does. */
const IS_OVER: ReadonlySet<RequestPage["state"]> = new Set(["no_bids", "no_decision", "cancelled"]);

/** Bids may still come. */
const IS_AHEAD: ReadonlySet<RequestPage["state"]> = new Set(["draft", "in_review", "open"]);

/** The request in numbered boxes: goods, route through its hub, value, times, and how many bids stand. */
export function RequestWaybill({ request, zone }: RequestWaybillProps) {
  const t = useTranslations("bidding.box");
  const words = useTranslations("services");
  const locale = useLocale();
  const hub = { name: placeName(request.hub, locale), zone: request.hubZone };
  const { bidCount, twoPersonOpening, openedAt, state } = request;
  const isApart = isApartFromGoods(request.service);
  const disclosure = disclosureOf(request);
  const modeWords = () => {
    if (disclosure !== "sealed") return t(`mode.${disclosure}`);
    if (openedAt !== null) return t(twoPersonOpening ? "twoPeopleOpened" : "opened");
    if (IS_OVER.has(state)) return t("over");
    return twoPersonOpening ? t("twoPeople") : t("mode.sealed");
  };
  const closeWords = (): Pick<WaybillBox, "label" | "value" | "detail"> => {
    const { closesAt, closedAt, publishedAt } = request;
    const set = <TimeText at={closesAt} zone={zone} hub={hub} />;
    // A request that was declined at its review never took bids; one that was cancelled may have ended before its close.
    if (state === "cancelled" && (closedAt === null || publishedAt === null))
      return { label: t("closes"), value: set, detail: t("cancelledBefore") };
    if (closedAt === null)
      return { label: t("closes"), value: set, detail: t(request.mayCloseEarly ? "mayCloseEarly" : "closesThen") };
    if (closedAt >= closesAt) return { label: t("closed"), value: set, detail: t("closedThen") };
    return {
      label: t("closed"),
      value: <TimeText at={closedAt} zone={zone} hub={hub} />,
      detail: t.rich("closedEarly", { time: () => <TimeText at={closesAt} zone={zone} /> }),
    };
  };
  return (
    <WaybillGrid
      columns={4}
      boxes={[
        {
          number: 1,
          label: t("goods"),
          value: request.title,
          detail: isApart ? (
            <ServiceBrief service={request.service} spec={request.spec} />
          ) : (
            <>
              <WeightText grams={request.grossWeightGrams} /> · <VolumeText cm3={request.volumeCm3} />
            </>
          ),
        },
        {
          number: 2,
          label: t("from"),
          value: placeName(request.origin, locale),
          detail: (
            <>
              {t(request.leaveDay > request.readyDate ? "pickup" : "ready")} <DateText day={request.leaveDay} />
            </>
          ),
        },
        {
          number: 3,
          label: t("through"),
          value: <HubName {...request.hub} />,
          detail: isApart ? undefined : words(`mode.${request.mode}`),
        },
        {
          number: 4,
          label: t("to"),
          value: placeName(request.destination, locale),
          detail: `${request.incoterm.rule} ${request.incoterm.place}`,
        },
        { number: 5, label: t("value"), value: <MoneyText {...request.goodsValue} /> },
        { number: 6, ...closeWords() },
        {
          number: 7,
          label: t("decides"),
          value: <TimeText at={request.decideBy} zone={zone} hub={hub} />,
          detail: t("comparedIn", { currency: request.comparisonCurrency }),
        },
        {
          number: 8,
          label: t("bids"),
          value: (
            <LiveCount
              requestId={request.id}
              count={bidCount}
              none={t(IS_AHEAD.has(state) ? "noBids" : "noBidsCame")}
              locale={locale}
            />
          ),
          detail: modeWords(),
        },
      ]}
    />
  );
}
