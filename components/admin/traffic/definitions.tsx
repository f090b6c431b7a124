import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { TrafficMeasure } from "@/domain/hubs/traffic";

/** The terms of the review, in the order in which they are explained. */
const TERMS = [
  "line",
  "share",
  "within",
  "mix",
  "value",
  "passThrough",
  "deal",
  "order",
  "weight",
  "borderHub",
  "counted",
  "comparison",
] as const;
export type Term = (typeof TERMS)[number];

/** Where a term is explained on the page that it stands on. */
export const termId = (term: Term): string => `term-${term}`;

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

type TermLinkProps = { readonly term: Term; readonly children: ReactNode };

/** A term where a figure uses it: leads to its explanation at the foot of the page. */
export function TermLink({ term, children }: TermLinkProps) {
  return (
    <Anchor className="term-link" href={`#${termId(term)}`}>
      {children}
    </Anchor>
  );
}

/** The terms of a panel's figures, each a link to its explanation. */
export function TermLinks({ terms }: { readonly terms: readonly Term[] }) {
  const t = useTranslations("admin.traffic.term");
  return (
    <span className="term-links">
      <span className="sr-only">{t("explained")}</span>
      {terms.map((term) => (
        <TermLink key={term} term={term}>
          {t(`name.${term}`)}
        </TermLink>
      ))}
    </span>
  );
}

const LINE_SENTENCES = ["whose", "means", "below", "source"] as const;

/** Every term of the page in a sentence, each with an address of its own. */
export function Definitions({ terms = TERMS }: { readonly terms?: readonly Term[] }) {
  const t = useTranslations("admin.traffic.term");
  return (
    <Panel id="definitions" title={t("title")}>
      <dl className="definitions">
        {TERMS.filter((term) => terms.includes(term)).map((term) => (
          <div key={term} id={termId(term)}>
            <dt>{t(`name.${term}`)}</dt>
            {term === "line" ? (
              LINE_SENTENCES.map((sentence) => <dd key={sentence}>{t(`line.${sentence}`)}</dd>)
            ) : (
              <dd>{t(`says.${term}`)}</dd>
            )}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
