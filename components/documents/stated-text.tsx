import { useNameList } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
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
export function SideText({ side }: { readonly side: Side }) {
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
