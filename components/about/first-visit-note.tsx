import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/blocks";
import type { FirstVisitNote as Name } from "@/domain/accounts/first-visit";

/** The answer of the help that says more of the page. */
const MORE: Readonly<Record<Name, string>> = {
  posting: "/help/post_request",
  bidding: "/help/send_bid",
  comparing: "/help/compare_bids",
  quoting: "/help/find_requests",
  order: "/help/gates",
  traffic: "/help/hub_share",
};

type FirstVisitNoteProps = {
  readonly note: Name;
  readonly locale: string;
  /** The press that puts it away. */
  readonly children: ReactNode;
};

/** A few lines on a page that somebody sees for the first time. */
export function FirstVisitNote({ note, locale, children }: FirstVisitNoteProps) {
  const t = useTranslations("about.note");
  return (
    <aside className="note first-visit" aria-label={t("label")}>
      <p>
        {t(`text.${note}`)} <Anchor href={`/${locale}${MORE[note]}`}>{t("more")}</Anchor>
      </p>
      {children}
    </aside>
  );
}
