import { useLocale, useTranslations } from "next-intl";
import { monthName } from "@/components/hubs/share-figures";
import { numberFormat } from "@/components/ui/format";
import type { Recount } from "@/views/traffic";
import { Note } from "@/components/ui/blocks";

/** What the sum check found, and how long it ran. */
export function RecountNote({ recount }: { readonly recount: Recount }) {
  const t = useTranslations("admin.traffic");
  const locale = useLocale();
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
  const { discrepancies } = recount;
  const said = { orders: number(recount.orders), deals: number(recount.deals), ms: number(Math.ceil(recount.runMs)) };
  if (discrepancies.length === 0) {
    const months = { first: monthName(recount.first, locale), last: monthName(recount.last, locale) };
    return (
      <Note tone="ok" isLive>
        {t("recounted", { ...said, ...months })}
      </Note>
    );
  }
  return (
    <Note tone="warn" isLive>
      <p>{t("recountDiffers", { ...said, count: discrepancies.length })}</p>
      <table className="data-table rows-dense">
        <caption>{t("discrepancy.caption")}</caption>
        <thead>
          <tr>
            {(["month", "hub", "corridor", "service", "summary", "recount"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`discrepancy.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {discrepancies.slice(0, 20).map((one) => (
            <tr key={`${one.month} ${one.hubId} ${one.corridor} ${one.service}`}>
              <th scope="row">{monthName(one.month, locale)}</th>
              <td>{one.hubId}</td>
              <td>{one.corridor}</td>
              <td>{one.service}</td>
              <td className="num">{number(one.summaryCount)}</td>
              <td className="num">{number(one.recount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Note>
  );
}
