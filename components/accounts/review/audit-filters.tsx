import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/ui/table/filter-bar";

export type AuditFilterValues = Readonly<Record<"organisation" | "command" | "from" | "to", string>>;

type AuditFiltersProps = {
  readonly action: string;
  readonly values: AuditFilterValues;
  /** What the organisation of the filter is called. */
  readonly organisationName: string;
  readonly without: (name: keyof AuditFilterValues) => string;
};

const NAMES = ["organisation", "command", "from", "to"] as const;

export function AuditFilters({ action, values, organisationName, without }: AuditFiltersProps) {
  const t = useTranslations("accounts.audit");
  const set = NAMES.filter((name) => values[name]).map((name) => ({
    label: t(name),
    value: name === "organisation" ? organisationName : values[name],
    removeHref: without(name),
  }));
  return (
    <FilterBar action={action} set={set} kept={values.organisation ? { organisation: values.organisation } : {}}>
      <label className="filter">
        {t("command")}
        <input
          type="search"
          name="command"
          defaultValue={values.command}
          maxLength={60}
          placeholder="accounts.sign-in"
        />
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="filter">
          {t(name)}
          <input type="date" name={name} defaultValue={values[name]} />
        </label>
      ))}
    </FilterBar>
  );
}
