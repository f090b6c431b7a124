import { getLocale, getTranslations } from "next-intl/server";
import { Anchor, Note } from "@/components/ui/blocks";
import { formatTime } from "@/components/ui/time/format-time";
import { currentSession } from "@/server/platform/identity/session";
import { pageReader } from "@/server/platform/page-reader";
import { draftList } from "@/server/deals/queries";

/** Offers whoever begins a new deal to go on with the draft that was changed last. */
export async function OpenDraft() {
  const session = await currentSession();
  const [last, ...others] = session ? await draftList(pageReader(), session.actor) : [];
  if (!session || !last) return null;
  const [t, locale] = await Promise.all([getTranslations("deals.draft"), getLocale()]);
  const time = formatTime(last.updatedAt, { locale, zone: session.timeZone });
  return (
    <Note>
      {t("isOpen", { title: last.title || t("untitled"), time })}{" "}
      <span className="flow">
        <Anchor href={`/${locale}/deals/drafts/${last.id}`}>{t("goOn")}</Anchor>
        {others.length > 0 && (
          <Anchor href={`/${locale}/deals/drafts`}>{t("all", { count: others.length + 1 })}</Anchor>
        )}
      </span>
    </Note>
  );
}
