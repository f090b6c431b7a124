import { noteIn } from "@/domain/shared/locale";
import { QuietChip } from "@/components/ui/cells";
import { useNameList } from "@/components/ui/words";
import { useCountryName } from "@/components/services/country-name";
import { useLocale, useTranslations } from "next-intl";
import { SourceText } from "@/components/documents/readiness";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { formatDay } from "@/components/ui/time/format-time";
import type { DocumentRuleRow } from "@/views/documents";
import { placeName } from "@/domain/shared/place-names";

const BPS_PER_PERCENT = 100;
const PLAIN_LISTS = ["hsPrefixes", "supervisionModes", "incoterms"] as const;
const COUNTRY_LISTS = ["originCountries", "destinationCountries", "transitCountries"] as const;

/** What a row asks of a deal, in words. */
function useConditions(): (rule: DocumentRuleRow) => string {
  const t = useTranslations("documents.rules");
  const nameList = useNameList();
  const mode = useTranslations("services.mode");
  const countryName = useCountryName();
  const locale = useLocale();
  return (rule) => {
    const hubs = rule.hubNames.map((hub) => placeName(hub, locale));
    const list = (names: readonly string[]) => ({ list: nameList(names) });
    const words = [
      ...(rule.directions.length > 0
        ? [t("condition.directions", list(rule.directions.map((one) => t(`direction.${one}`))))]
        : []),
      ...(rule.modes.length > 0 ? [t("condition.modes", list(rule.modes.map((one) => mode(one))))] : []),
      ...(hubs.length > 0 ? [t("condition.hubs", list(hubs))] : []),
      ...PLAIN_LISTS.filter((name) => rule[name].length > 0).map((name) => t(`condition.${name}`, list(rule[name]))),
      ...COUNTRY_LISTS.filter((name) => rule[name].length > 0).map((name) =>
        t(`condition.${name}`, list(rule[name].map(countryName))),
      ),
      ...(rule.isForDangerousGoods ? [t("condition.isForDangerousGoods")] : []),
      ...(rule.daysAhead > 0 ? [t("condition.daysAhead", { days: rule.daysAhead })] : []),
      ...(rule.weightToleranceBps === null
        ? []
        : [t("condition.tolerance", { percent: rule.weightToleranceBps / BPS_PER_PERCENT })]),
    ];
    return words.length > 0 ? words.join(" · ") : t("always");
  };
}

/** All rows of the rules of documents, with what they ask and where they come from. */
export function DocumentRuleTable({ rows }: { readonly rows: readonly DocumentRuleRow[] }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const conditions = useConditions();
  const day = (of: DocumentRuleRow["fromDay"]) => formatDay(of, locale, true);
  const days = (row: DocumentRuleRow) =>
    row.toDay === null
      ? t("rules.from", { from: day(row.fromDay) })
      : t("rules.fromTo", { from: day(row.fromDay), to: day(row.toDay) });
  const by = (row: DocumentRuleRow) => (
    <>
      {row.enteredBy ?? t("rules.shipped")}{" "}
      {row.differsFromShipped && <QuietChip icon="pencil">{t("rules.differsFromShipped")}</QuietChip>}
    </>
  );
  const columns: Column<DocumentRuleRow>[] = [
    {
      key: "document",
      head: t("rules.document"),
      cell: (row) => t(`kind.${row.document}`),
      detail: (row) => t("rules.named", { rule: row.ruleId }),
    },
    {
      key: "conditions",
      card: "title",
      head: t("rules.conditions"),
      className: "min-w-56 whitespace-normal",
      cell: conditions,
    },
    { key: "provider", card: "facts", head: t("rules.provider"), cell: (row) => t(`party.${row.provider}`) },
    {
      key: "days",
      card: "facts",
      head: t("rules.days"),
      className: "whitespace-nowrap",
      cell: days,
    },
    { key: "standing", card: "end", head: t("rules.standing"), cell: (row) => t(`rules.standingOf.${row.standing}`) },
    {
      key: "source",
      card: "route",
      head: t("rules.source"),
      className: "min-w-56 whitespace-normal",
      cell: (row) => (
        <>
          {noteIn(row, locale)}
          <br />
          <small>
            <SourceText source={row.source} />
          </small>
        </>
      ),
    },
    { key: "by", card: "facts", head: t("rules.enteredBy"), cell: by },
  ];
  return (
    <DataTable caption={t("rules.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} height="dense" />
  );
}
