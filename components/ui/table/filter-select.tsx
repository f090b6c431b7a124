import { useTranslations } from "next-intl";
import { Anchor } from "../actions/anchor";
import type { Option } from "../form/select";
import { Icon } from "../icons/icon";

type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  /** Empty when not set. */
  readonly value: string;
  readonly options: readonly Option[];
  /** The same view without this filter; shown as × once it is set. */
  readonly removeHref: string;
};

export function FilterSelect({ name, label, value, options, removeHref }: FilterSelectProps) {
  const t = useTranslations("ui.filter");
  return (
    <span className="filter-group">
      <label className={value ? "filter is-set" : "filter"}>
        {label}
        <select name={name} defaultValue={value}>
          <option value="">{t("any")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </label>
      {value && (
        <Anchor className="filter-clear" href={removeHref} aria-label={t("remove", { filter: label })}>
          <Icon name="x" />
        </Anchor>
      )}
    </span>
  );
}
