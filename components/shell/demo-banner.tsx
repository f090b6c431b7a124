import { useTranslations } from "next-intl";
import { Anchor } from "../ui/actions/anchor";

/** On every page of the demo market. Quiet: yellow is kept for whose turn it is. */
export function DemoBanner({ mailboxHref }: { readonly mailboxHref?: string }) {
  const t = useTranslations("ui.shell");
  return (
    <div className="demo-banner">
      <div className="wrap">
        <p>{t("demo")}</p>
        {mailboxHref && <Anchor href={mailboxHref}>{t("mailbox")}</Anchor>}
      </div>
    </div>
  );
}
