import { useTranslations } from "next-intl";
import { Anchor } from "../ui/actions/anchor";

/** On every page of the demo market. Quiet: yellow is kept for whose turn it is. */
export function DemoBanner({ mailboxHref }: { readonly mailboxHref?: string }) {
  const t = useTranslations("ui.shell");
  return (
    <aside className="demo-banner" aria-label={t("demoLabel")}>
      <div className="wrap">
        <p>{t("demo")}</p>
        {mailboxHref && <Anchor href={mailboxHref}>{t("mailbox")}</Anchor>}
      </div>
    </aside>
  );
}
