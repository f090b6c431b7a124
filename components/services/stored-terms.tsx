import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/blocks";
import type { NamedPlace, Service } from "@/domain/shared/vocabulary";
import type { StatedCondition } from "@/domain/services/kind";
import { kindOf } from "@/domain/services/registry";
import { SERVICE_SCREENS } from "./registry";

type StoredTermsProps = {
  readonly service: Service;
  /** As they are kept. */
  readonly terms: unknown;
  /** Under what the bid holds: some conditions say what is a term too. */
  readonly conditions?: readonly StatedCondition[];
  /** What was asked for, as the kind's schema reads it; null where it reads it no longer. */
  readonly spec: unknown;
  readonly zone: string;
  /** The places that the market knows, whose names the reader is shown. */
  readonly places: readonly NamedPlace[];
};

type Said = { readonly terms: unknown; readonly conditions?: readonly StatedCondition[] | undefined };

/** What of a bid `StoredTerms` shows. */
export const termsIn = ({ terms, conditions = [] }: Said) => ({ terms, conditions });

const membersOf = (terms: unknown): [string, unknown][] =>
  terms !== null && typeof terms === "object" ? Object.entries(terms) : [["", terms]];

/**
 * What a bid promises beside its charges. Terms that were kept in a form that is read no longer are shown word for word: leaving them out
 * would hide a promise, and a fault would hide the bids beside it.
 */
export function StoredTerms({ service, terms, conditions = [], spec, ...shown }: StoredTermsProps) {
  const t = useTranslations("services");
  const { TermsView } = SERVICE_SCREENS[service];
  const kind = kindOf(service);
  const read = kind.termsSchema.safeParse(terms);
  if (read.success && spec !== null)
    return <TermsView terms={kind.termsWith?.(read.data, conditions) ?? read.data} spec={spec} {...shown} />;
  return (
    <div className="stack px-4 py-2">
      <Note tone="warn">{t("termsAsKept")}</Note>
      <dl className="change-list">
        {membersOf(terms).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
