import { useNameList } from "@/components/ui/sentences";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeadlineText } from "@/components/catalogue/deadline-text";
import { partyName } from "@/components/ui/party-name";
import { SERVICE_SCREENS } from "@/components/services/registry";
import { MoneyText } from "@/components/ui/money-text";
import { ServiceName } from "@/components/services/service-name";
import { Panel } from "@/components/ui/panel";
import { TimeText } from "@/components/ui/time/time-text";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import type { HeldRequest as Held } from "@/views/requests";
import { RequestRoute } from "./request-summary";

/** A held request as an administrator reads it, with the forms that decide on it. */
export function HeldRequest({
  request,
  zone,
  children,
}: {
  readonly request: Held;
  readonly zone: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const nameList = useNameList();
  const { SpecView } = SERVICE_SCREENS[request.service];
  return (
    <Panel title={request.title} tools={<ServiceName service={request.service} />} aside={request.reference} isFlush>
      <WaybillGrid
        columns={4}
        isFlat
        boxes={[
          { number: 1, label: t("review.buyer"), value: partyName(request.buyer, locale) },
          { number: 2, label: t("column.route"), value: <RequestRoute of={request} /> },
          {
            number: 3,
            label: t("column.value"),
            value: <MoneyText {...request.goodsValue} display="code" />,
            detail: nameList(request.goods),
          },
          {
            number: 4,
            label: t("column.closes"),
            value: <DeadlineText at={request.closesAt} zone={zone} hub={request.hub} />,
            detail: <TimeText at={request.createdAt} zone={zone} />,
          },
        ]}
      />
      <div className="panel-body">
        <SpecView spec={request.spec} zone={zone} />
      </div>
      <div className="panel-body">{children}</div>
    </Panel>
  );
}
