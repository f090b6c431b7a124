import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { MarketRuleName } from "@/domain/requests/market-rules";

type Entry = {
  readonly id: string;
  readonly value: number;
  readonly effectiveFrom: number;
  readonly reason: string;
  readonly enteredBy: string | null;
  readonly enteredAt: number;
};

export type RuleRow = {
  readonly name: MarketRuleName;
  readonly value: number;
  readonly since: number | null;
  readonly limits: { readonly min: number; readonly max: number };
  readonly next: Entry | null;
};

type RulesTableProps = { readonly rules: readonly RuleRow[]; readonly zone: string };

/** What holds now, since when, and what is entered to follow. */
export function RulesTable({ rules, zone }: RulesTableProps) {
  const t = useTranslations("admin.rules");
  const value = (rule: RuleRow, amount: number) => t("value", { value: amount, unit: t(`unit.${rule.name}`) });
  const since = (rule: RuleRow) =>
    rule.since === null ? t("default") : <TimeText at={rule.since} zone={zone} hasYear />;
  const next = (rule: RuleRow) =>
    rule.next === null
      ? t("noNext")
      : t.rich("nextValue", {
          value: value(rule, rule.next.value),
          at: () => <TimeText at={rule.next?.effectiveFrom ?? 0} zone={zone} hasYear />,
        });
  const columns: Column<RuleRow>[] = [
    {
      key: "rule",
      head: t("rule"),
      cell: (rule) => t(`name.${rule.name}`),
      detail: (rule) => t(`detail.${rule.name}`),
    },
    {
      key: "now",
      card: "end",
      head: t("now"),
      isNumber: true,
      className: "is-strong",
      cell: (rule) => value(rule, rule.value),
    },
    { key: "since", card: "route", head: t("since"), cell: since },
    { key: "next", card: "facts", head: t("next"), cell: next },
    { key: "allowed", head: t("allowed"), isNumber: true, cell: (rule) => t("limits", rule.limits) },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={rules} rowKey={(rule) => rule.name} />;
}

type HistoryRow = Entry & { readonly name: MarketRuleName };

/** Everything that was entered, with who and why. */
export function RuleHistory({ rows, zone }: { readonly rows: readonly HistoryRow[]; readonly zone: string }) {
  const t = useTranslations("admin.rules");
  const columns: Column<HistoryRow>[] = [
    { key: "rule", head: t("rule"), cell: (row) => t(`name.${row.name}`), detail: (row) => row.reason },
    {
      key: "value",
      head: t("newValue"),
      isNumber: true,
      className: "is-strong",
      cell: (row) => t("value", { value: row.value, unit: t(`unit.${row.name}`) }),
    },
    { key: "from", head: t("from"), cell: (row) => <TimeText at={row.effectiveFrom} zone={zone} hasYear /> },
    {
      key: "by",
      head: t("enteredBy"),
      cell: (row) => row.enteredBy ?? t("system"),
      detail: (row) => <TimeText at={row.enteredAt} zone={zone} hasYear />,
    },
  ];
  return <DataTable caption={t("historyCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
