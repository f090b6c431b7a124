import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import { formatDay } from "@/components/ui/time/format-time";
import { DateText, TimeText } from "@/components/ui/time/time-text";
import type { ShownCheck } from "@/domain/accounts/organisation-check";

type CheckTextProps = {
  readonly check: Pick<ShownCheck, "standing" | "register" | "checkedAt" | "expiresOn"> | null;
  readonly zone: string;
};

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

/** The list behind a check that holds, opened by whoever wants to look for themselves: the number, the register, and each paper with its end. */
export function CheckDetails({ check }: { readonly check: ShownCheck | null }) {
  const [t, locale] = [useTranslations("accounts.check"), useLocale()];
  if (check?.standing !== "holds") return null;
  return (
    <details className="pt-1">
      <summary className="w-fit cursor-pointer text-link">{t("details")}</summary>
      <ul className="grid gap-1 pt-1 text-sm font-normal">
        <li className="break-anywhere">
          {t("numberLine", { number: check.registrationNumber, register: check.register })}
        </li>
        {check.papers.map(({ kind, expiresOn, ...paper }) => (
          <li key={paper.number} className="break-anywhere">
            {expiresOn === null
              ? t("paperEndless", { ...paper, paper: t(`paper.${kind}`) })
              : t("paperLine", { ...paper, paper: t(`paper.${kind}`), day: formatDay(expiresOn, locale, true) })}
          </li>
        ))}
        <li className="text-ink-2">{t("who")}</li>
      </ul>
    </details>
  );
}
