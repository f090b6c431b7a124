import { useTranslations } from "next-intl";
import type { BidCheck } from "@/domain/bidding/bid-form";
import { ScrollBox } from "@/components/ui/blocks";

type LinesTableProps = { readonly check: BidCheck; readonly caption: string };

/** Priced lines with their sum: every quantity is the request's, every amount can be followed. */
export function LinesTable({ check, caption }: LinesTableProps) {
  const t = useTranslations("bidding.line");
  return (
    <ScrollBox label={caption}>
      <table className="data-table rows-dense has-cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("charge")}</th>
            <th scope="col">{t("basis")}</th>
            <th scope="col" className="num">
              {t("quantity")}
            </th>
            <th scope="col" className="num">
              {t("price")}
            </th>
            <th scope="col" className="num">
              {t("amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {check.lines.map((line, position) => (
            // Two lines may charge the same code twice.
            <tr key={`${position}-${line.name}`}>
              <th scope="row">
                {line.name}
                {line.details.map((detail) => (
                  <small key={detail} className="block font-normal text-ink-2">
                    {detail}
                  </small>
                ))}
              </th>
              <td className="min-w-24 at-facts">{line.basis}</td>
              <td className="num at-facts" data-name={t("quantity")}>
                {line.quantity}
              </td>
              <td className="num at-facts" data-name={t("price")}>
                {line.price}
              </td>
              <td className="num at-end">{line.amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {check.split && <SplitRows split={check.split} />}
          <tr>
            <th scope="row" colSpan={4}>
              {t("total")}
              {check.rates.map((rate) => (
                <small key={rate} className="block font-normal text-ink-2">
                  {rate}
                </small>
              ))}
            </th>
            <td className="num font-semibold at-end">{check.total}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

/** What the bidder earns beside what it pays for the buyer at cost; the total is both. */
function SplitRows({ split }: { readonly split: NonNullable<BidCheck["split"]> }) {
  const t = useTranslations("bidding.line");
  return (["own", "passThrough"] as const).map((part) => (
    <tr key={part}>
      <th scope="row" colSpan={4} className="font-normal">
        {t(part)}
      </th>
      <td className="num at-end">{split[part]}</td>
    </tr>
  ));
}

type SaidListProps = { readonly rows: readonly { readonly head: string; readonly texts: readonly string[] }[] };

/** What is said beside a price: what it is about, and each text below the other. */
export function SaidList({ rows }: SaidListProps) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
      {rows.map(({ head, texts }) => (
        <div key={head} className="contents">
          <dt className="text-ink-2">{head}</dt>
          <dd>
            {texts.map((text) => (
              <span key={text} className="block break-words">
                {text}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
