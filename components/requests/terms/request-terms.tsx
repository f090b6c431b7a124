import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import type { Visibility } from "@/domain/requests/request";
import type { RequestTerms as Terms } from "@/domain/requests/terms";
import { GateList } from "./gate-list";

type RequestTermsProps = {
  readonly terms: Pick<Terms, "criteria" | "gates" | "negotiationRounds">;
  readonly visibility: Visibility;
};

/** What bidders read before they bid: by what bids are ranked, who is first of equals, and what each bid must answer. */
export function RequestTerms({ terms, visibility }: RequestTermsProps) {
  const t = useTranslations("requests.terms");
  const { criteria, gates, negotiationRounds } = terms;
  return (
    <Panel title={t("title")} id="terms">
      <ul className="grid gap-1 text-sm">
        {criteria.map(({ kind, title, weight }, place) => (
          // Criteria are fixed at publication and have no name of their own: they are their place.
          <li key={`criterion-${place.toString()}`}>
            <b>{t("weight", { criterion: kind === "own" ? title : t(`criterion.${kind}`), weight })}</b>{" "}
            <span className="text-ink-2">{t(`how.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-sm">{t("ties")}</p>
      {visibility === "checked" && <p className="pt-2 text-sm">{t("checkedOnly")}</p>}
      {negotiationRounds > 0 && <p className="pt-2 text-sm">{t("rounds", { count: negotiationRounds })}</p>}
      {gates.length > 0 && (
        <>
          <h3 className="pt-3 font-medium">{t("gates")}</h3>
          <GateList gates={gates} />
        </>
      )}
    </Panel>
  );
}
