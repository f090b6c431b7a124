import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { ShownCheck } from "@/domain/accounts/organisation-check";

type CheckTextProps = { readonly check: ShownCheck | null; readonly zone: string };

/** What the market has checked of an organisation: what was looked up where, by whom, when, and until when it counts. Nobody can buy it. */
export function CheckText({ check, zone }: CheckTextProps) {
  const t = useTranslations("accounts.check");
  if (check === null) return <span className="text-ink-2">{t("standing.none")}</span>;
  const { standing, register, checkedAt, expiresOn } = check;
  const isHolding = standing === "holds" && expiresOn !== null;
  return (
    <span className="grid gap-0.5">
      <span className="font-medium">
        <Icon name={isHolding ? "badge-check" : "circle-dashed"} /> {t(`standing.${standing}`)}{" "}
        {(isHolding || standing === "expired") && expiresOn !== null && <DateText day={expiresOn} hasYear />}
      </span>
      {register !== "" && <small className="text-ink-2">{t("what", { register })}</small>}
      <small className="text-ink-2">
        {t("by")} <TimeText at={checkedAt} zone={zone} shape="day" hasYear />
      </small>
    </span>
  );
}
