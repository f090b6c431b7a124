import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteText } from "@/components/about/site-text";
import { PageWrap } from "@/components/shell/page-wrap";
import { Note } from "@/components/ui/blocks";
import { DateText } from "@/components/ui/time/time-text";
import type { SiteTextKind } from "@/domain/about/site-text";
import { dayOf } from "@/domain/shared/time";
import { siteText } from "@/server/about/site-texts";
import { platform } from "@/server/platform/platform";

/** A text of the operator with its version and day, or the template in its place. */
export async function TextPage({ kind }: { readonly kind: SiteTextKind }) {
  const { database, clock } = platform();
  const [t, common, locale] = [
    await getTranslations("about.texts"),
    await getTranslations("common"),
    await getLocale(),
  ];
  const { text, version, publishedAt, isInEnglish } = await siteText(
    database.read,
    { kind, locale, unknown: t("unknown") },
    clock(),
  );
  const since = () => publishedAt !== null && <DateText day={dayOf(publishedAt)} hasYear />;
  return (
    <PageWrap>
      <PublicPageHead
        path={`/${kind}`}
        title={t(`title.${kind}`)}
        sub={version !== null && t.rich("since", { version, since })}
        description={`${t(`title.${kind}`)} · ${common("tagline")}`}
      />
      {isInEnglish && (
        <Note>
          <p>{t("inEnglish")}</p>
        </Note>
      )}
      <div lang={isInEnglish ? "en" : undefined}>
        <SiteText text={text} version={version} />
      </div>
    </PageWrap>
  );
}
