import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/ui/figures/money-text";
import type { DutyEstimate } from "@/domain/tariff/duties/duty-estimate";
import { mayLower } from "@/domain/tariff/duties/left-out";
import type { PreferredLine } from "@/domain/tariff/duties/preferred-lines";
import { FigureAmount, FigureRate } from "./figure-cells";

/** How a sum is to be read: nothing where all is in it, else that it is at least so much, or so much so far. */
export function useBound(): (sum: Pick<DutyEstimate, "isComplete" | "leftOut">) => string {
  const t = useTranslations("duties.estimate");
  return ({ isComplete, leftOut }) => (isComplete ? "" : t(mayLower(leftOut) ? "soFar" : "atLeast"));
}

type PreferenceTableProps = {
  readonly rows: readonly PreferredLine[];
  readonly common: DutyEstimate;
  readonly withFormE: DutyEstimate | null;
};

/** Of each line that a paper of origin may lower the paper, the common duty and the one with it, and what duty and tax come to either way. */
export function PreferenceTable({ rows, common, withFormE }: PreferenceTableProps) {
  const t = useTranslations("duties.estimate");
  const bound = useBound();
  return (
    <table className="data-table rows-dense">
      <caption>{t("preference.title")}</caption>
      <thead>
        <tr>
          {(["line", "preference.paper"] as const).map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
          {(["preference.common", "preference.lowered", "preference.commonSum", "preference.loweredSum"] as const).map(
            (name) => (
              <th key={name} scope="col" className="num">
                {t(name)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PreferenceRow key={row.number} row={row} />
        ))}
      </tbody>
      {withFormE && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("preference.all")}
            </th>
            {[common.duty, withFormE.duty].map((duty, at) => (
              <td key={at === 0 ? "common" : "lowered"} className="num">
                <MoneyText {...duty} display="none" />
              </td>
            ))}
            {[common, withFormE].map((estimate, at) => (
              <td key={at === 0 ? "common" : "lowered"} className="num font-semibold">
                {bound(estimate)} <MoneyText {...estimate.total} display="code" />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function PreferenceRow({ row: { number, common, withFormE, agreements } }: { readonly row: PreferredLine }) {
  const t = useTranslations("duties");
  const bound = useBound();
  return (
    <tr>
      <th scope="row">
        {number} · {common.hsCode}
      </th>
      <td className="whitespace-normal">
        {agreements.map((agreement) => (
          <span key={agreement} className="block">
            {t(`estimate.preference.under.${agreement}`)}
          </span>
        ))}
      </td>
      <td className="num">
        <FigureAmount figure={common.duty} />
        <FigureRate figure={common.duty} />
      </td>
      {withFormE ? (
        <td className="num">
          <FigureAmount figure={withFormE.duty} />
          <small className="block font-normal text-ink-2">{t("rate.ad_valorem", { percent: "0" })}</small>
        </td>
      ) : (
        <td className="num whitespace-normal">{t("estimate.preference.notKept")}</td>
      )}
      <td className="num">
        {bound(common)} <MoneyText {...common.total} display="none" />
      </td>
      <td className="num">
        {withFormE ? (
          <>
            {bound(withFormE)} <MoneyText {...withFormE.total} display="none" />
          </>
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}
