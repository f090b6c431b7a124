import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/blocks";
import type { TrafficMeasure } from "@/domain/hubs/traffic";
import { type Term, TERMS } from "./term";
import { NamedTerms, TermSentences } from "./terms";

/** What each measure counts, as a term. */
export const TERM_OF_MEASURE = { orders: "order", deals: "deal", value: "value", weight: "weight" } as const satisfies {
  [Measure in TrafficMeasure]: Term;
};

/** What the columns of the rows behind a figure hold. */
export const ROW_TERMS: Readonly<Record<"orders" | "deals", readonly Term[]>> = {
  orders: ["order", "value", "passThrough", "weight", "counted"],
  deals: ["deal", "counted"],
};

/** The terms of a hub's page, which knows neither the line nor what changed the joint share. */
export const HUB_TERMS: readonly Term[] = TERMS.filter((term) => !["line", "within", "mix"].includes(term));

/** The terms of a panel's figures, each a link to its explanation. */
export function TermLinks({ terms }: { readonly terms: readonly Term[] }) {
  const t = useTranslations("admin.traffic.term");
  return <NamedTerms label={t("explained")} terms={terms.map((term) => [term, t(`name.${term}`)])} />;
}

const LINE_SENTENCES = ["whose", "means", "below", "source"] as const;

/** Every term of the page in a sentence, each with an address of its own. */
export function Definitions({ terms = TERMS }: { readonly terms?: readonly Term[] }) {
  const t = useTranslations("admin.traffic.term");
  const sentences = (term: Term) =>
    term === "line" ? LINE_SENTENCES.map((sentence) => t(`line.${sentence}`)) : [t(`says.${term}`)];
  const shown = TERMS.filter((term) => terms.includes(term));
  return (
    <Panel id="definitions" title={t("title")}>
      <TermSentences terms={shown.map((term) => [term, t(`name.${term}`), ...sentences(term)])} />
    </Panel>
  );
}
