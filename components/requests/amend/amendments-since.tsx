import { useTranslations } from "next-intl";
import type { AmendedSince } from "@/domain/bidding/bid-form";
import { ChangeList } from "./change-list";

/** What a bidder has not read yet: each amendment with its reason and what was and is. */
export function AmendmentsSince({ since }: { readonly since: readonly AmendedSince[] }) {
  const t = useTranslations("requests.amend");
  return since.map(({ number, reason, changes }) => (
    <section key={number}>
      <h3>{t("number", { number })}</h3>
      {reason !== "" && <p>{t("reason", { reason })}</p>}
      <ChangeList changes={changes} />
    </section>
  ));
}
