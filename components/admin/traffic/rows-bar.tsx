import { useLocale, useTranslations } from "next-intl";
import { amountText } from "@/components/hubs/format-amount";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Segmented } from "@/components/ui/actions/segmented";
import { numberFormat } from "@/components/ui/figures/intl-cache";
import { Icon } from "@/components/ui/icons/icon";
import type { RowKey, RowSort } from "@/domain/hubs/traffic-rows";

type RowsBarProps = {
  readonly counted: "orders" | "deals";
  readonly total: {
    readonly count: number;
    readonly valueCnyMinor: bigint | null;
    readonly passThroughCnyMinor: bigint | null;
    readonly weightGrams: number;
  };
  readonly sort: RowSort;
  /** The same rows sorted otherwise. */
  readonly sorts: readonly { readonly key: RowKey; readonly href: string }[];
  /** Null where there is nothing to export, or more than one file holds. */
  readonly exportHref: string | null;
  readonly exportMax: number;
};

/** What everything that the filters find comes to, how it is sorted, and where it is had as a file. */
export function RowsBar({ counted, total, sort, sorts, exportHref, exportMax }: RowsBarProps) {
  const t = useTranslations("admin.traffic.rows");
  const tooMany = useTranslations("admin.refusal");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, {}).format(value);
  const { count, valueCnyMinor, passThroughCnyMinor, weightGrams } = total;
  const sums = [
    t(`totalOf.${counted}`, { count }),
    ...(valueCnyMinor === null ? [] : [t("sumValue", { amount: amountText(valueCnyMinor, "value", locale) })]),
    ...(passThroughCnyMinor === null
      ? []
      : [t("sumPassThrough", { amount: amountText(passThroughCnyMinor, "value", locale) })]),
    t("sumWeight", { amount: amountText(BigInt(weightGrams), "weight", locale) }),
  ];
  return (
    <div className="rows-bar">
      <p className="rows-total">
        {sums.map((sum) => (
          <span key={sum}>{sum}</span>
        ))}
      </p>
      <Segmented
        label={t("sort")}
        items={sorts.map(({ key, href }) => ({
          href,
          label:
            key === sort.key ? (
              <>
                {t(`sortBy.${key}`)}
                <span className="sr-only">{t(directionOf(sort))}</span>
                <Icon name={sort.isAscending ? "arrow-up" : "arrow-down"} />
              </>
            ) : (
              t(`sortBy.${key}`)
            ),
          isCurrent: key === sort.key,
        }))}
      />
      {exportHref ? (
        <ButtonLink href={exportHref} size="small" icon="download" download>
          {t("export")}
        </ButtonLink>
      ) : (
        count > 0 && <p className="as-of">{tooMany("too_many_rows", { maximum: number(exportMax) })}</p>
      )}
    </div>
  );
}

function directionOf({ key, isAscending }: RowSort): "latest" | "earliest" | "largest" | "smallest" {
  if (key === "contracted") return isAscending ? "earliest" : "latest";
  return isAscending ? "smallest" : "largest";
}
