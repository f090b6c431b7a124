import { QuietChip } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/time/format-time";
import type { Funds } from "@/domain/services/payment/funds";

/** What came in from the payer, and by how much that is below or above what is due. */
export function FundsNote({ receipts, difference, surplus, kept }: Funds) {
  const t = useTranslations("remittance.funds");
  const locale = useLocale();
  const relation = useTranslations("remittance.relationship");
  const shown = ({
    minor,
    currency,
  }: {
    readonly minor: number;
    readonly currency: Funds["receipts"][number]["amount"]["currency"];
  }) => formatMoney({ minor: Math.abs(minor), currency }, locale, { display: "code" });
  return (
    <div className="gate-note">
      <b>{t("title")}</b>
      {receipts.map(
        (
          {
            amount,
            valueDate,
            remitter,
            thirdPartyReason,
            isPayee,
            contract,
            returns = [],
            explanations = [],
            accepted,
          },
          at,
        ) => (
          <span key={at} className="block break-anywhere">
            {t("credit", { amount: shown(amount), day: formatDay(valueDate, locale), remitter })}
            {contract && <> {t("underContract", { contract })}</>}
            {thirdPartyReason !== null && (
              <>
                {" "}
                <QuietChip icon="triangle-alert">{t(isPayee ? "payeePays" : "thirdPartyPayer")}</QuietChip>{" "}
                {t("thirdParty", { reason: thirdPartyReason })}
              </>
            )}
            {explanations.map(({ askedAt, question, answer }) => (
              <span key={askedAt} className="block">
                {t("asked", { question })}{" "}
                {answer
                  ? t("explained", { relationship: relation(answer.relationship), words: answer.words })
                  : t("explanationOwed")}
              </span>
            ))}
            {accepted && (
              <span className="block">
                {t("accepted", { relationship: relation(accepted.relationship), document: accepted.document })}
              </span>
            )}
            {returns.map((one) => (
              <span key={one.reference} className="block">
                {t("returned", {
                  ...{ amount: shown(one.amount), day: formatDay(one.valueDate, locale), reference: one.reference },
                })}
              </span>
            ))}
          </span>
        ),
      )}
      {difference !== null && difference.minor < 0 && (
        <span className="block">{t("short", { amount: shown(difference) })}</span>
      )}
      {surplus && <span className="block">{t(kept?.isAgreed ? "kept" : "over", { amount: shown(surplus) })}</span>}
    </div>
  );
}
