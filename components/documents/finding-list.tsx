import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icons/icon";
import type { Finding } from "@/domain/documents/check/finding";
import { useNameList } from "@/components/ui/page/sentences";
import { useLocale } from "next-intl";
import { CountText } from "@/components/ui/figures/count-text";
import { MoneyText } from "@/components/ui/figures/money-text";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { DateText } from "@/components/ui/time/date-text";
import type { Side, Stated } from "@/domain/documents/check/finding";

const GRAMS_PER_KG = 1_000;

/** To the gram: two weights that differ must not look alike. */
function ExactWeight({ grams }: { readonly grams: number }) {
  const t = useTranslations("documents.findings");
  const format = numberFormat(useLocale(), { maximumFractionDigits: 3 });
  return t("kilograms", { value: format.format(grams / GRAMS_PER_KG) });
}

function StatedText({ stated }: { readonly stated: Stated }) {
  const nameList = useNameList();
  switch (stated.as) {
    case "weight":
      return <ExactWeight grams={stated.grams} />;
    case "count":
      return <CountText value={stated.count} />;
    case "codes":
      return nameList(stated.codes);
    case "money":
      return <MoneyText {...stated.money} display="code" />;
    case "day":
      return <DateText day={stated.day} hasYear />;
    case "text":
      return stated.text;
  }
}

/** One side of a contradiction: which paper, and what it says. */
function SideText({ side }: { readonly side: Side }) {
  const t = useTranslations("documents");
  const { source } = side;
  const name =
    source === "deal" || source === "lines" || source === "border" ? t(`findings.${source}`) : t(`kind.${source}`);
  return (
    <>
      {t("findings.side", { source: name })} <b>{<StatedText stated={side.stated} />}</b>
    </>
  );
}

const BPS_PER_PERCENT = 100;

/** What does not agree, each with both papers and both values. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTranslations("documents");
  return (
    <ul className="form-stack">
      {findings.map((finding) => (
        <li key={JSON.stringify([finding.rule, finding.left, finding.right], plain)}>
          <Icon name={finding.severity === "blocked" ? "triangle-alert" : "info"} />{" "}
          <span className="sr-only">{t(`findings.${finding.severity}`)}</span> {t(`check.${finding.rule}`)}
          <br />
          <SideText side={finding.left} />
          {finding.right && (
            <>
              <br />
              <SideText side={finding.right} />
            </>
          )}
          {finding.toleranceBps > 0 && (
            <>
              <br />
              {t("findings.tolerance", { percent: finding.toleranceBps / BPS_PER_PERCENT })}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
