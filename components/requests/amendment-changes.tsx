import { useTranslations } from "next-intl";
import type { WordedChange } from "./amendment-words";
import type { AmendedSince } from "@/domain/bidding/bid-form";

/** What was and what is, label by label: struck and inserted, and said so to those who do not see it. */
export function ChangeList({ changes }: { readonly changes: readonly WordedChange[] }) {
  const t = useTranslations("requests.amend");
  const nothing = <span className="text-ink-3">{t("nothingSaid")}</span>;
  return (
    <dl className="change-list">
      {changes.map(({ path, label, before, after }) => (
        <div key={path}>
          <dt>{label}</dt>
          <dd>
            <span className="sr-only">{t("was")} </span>
            {before === "" ? nothing : <del>{before}</del>} <span className="sr-only">{t("is")} </span>→{" "}
            {after === "" ? nothing : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type AmendmentsSinceProps = { readonly since: readonly AmendedSince[] };

/** What a bidder has not read yet: each amendment with its reason and what was and is. */
export function AmendmentsSince({ since }: AmendmentsSinceProps) {
  const t = useTranslations("requests.amend");
  return since.map(({ number, reason, changes }) => (
    <section key={number}>
      <h3>{t("number", { number })}</h3>
      {reason !== "" && <p>{t("reason", { reason })}</p>}
      <ChangeList changes={changes} />
    </section>
  ));
}
