import { PublicPageHead } from "@/app/found/public-head";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PageWrap } from "@/components/shell/page-wrap";
import { EntryList, EntryNames } from "@/components/tariff/tariff-entry";
import { Note, Panel } from "@/components/ui/blocks";
import { labelIn } from "@/domain/tariff/hs-entry";
import { platform } from "@/server/platform/platform";
import { tariffPage } from "@/server/tariff/queries";
import { regionNames } from "@/components/ui/format";

type PageProps = { readonly params: Promise<{ hsId: string }> };

/** An id as lists make them; anything else is not asked for. */
const HS_ID = /^(?:[A-Z]{2}-)?(?:[IVX]{1,5}|\d{2,10})$/;

/** One place of the tariff with what is above and below it and its names in all languages. */
export default async function TariffEntryPage({ params }: PageProps) {
  const { hsId } = await params;
  const page = HS_ID.test(hsId) ? await tariffPage(platform().database.read, hsId) : null;
  if (!page) notFound();
  const [t, locale] = await Promise.all([getTranslations("tariff"), getLocale()]);
  const { entry, parents, children } = page;
  const path = `/${locale}/tariff`;
  const hrefOf = (id: string) => `${path}/${id}`;
  const country = entry.country && regionNames(locale).of(entry.country);
  const isSection = entry.level === "section";
  const code = isSection ? t("section", { code: entry.code }) : entry.code;
  const title = t("page.title", { code, label: labelIn(entry.labels, locale)?.text ?? "" });
  return (
    <PageWrap>
      <PublicPageHead
        path={`/tariff/${hsId}`}
        title={title}
        description={`${title} · ${t("search.title")}`}
        sub={[!isSection && t(`level.${entry.level}`), country].filter(Boolean).join(" · ")}
        crumb={[{ label: t("search.title"), href: path }, { label: code }]}
      />
      <div className="stack">
        <Panel title={t("page.names")}>
          <EntryNames entry={entry} />
        </Panel>
        {parents.length > 0 && (
          <Panel title={t("page.above")}>
            <EntryList entries={parents} hrefOf={hrefOf} />
          </Panel>
        )}
        <Panel title={t("page.below")}>
          {children.length > 0 ? <EntryList entries={children} hrefOf={hrefOf} /> : <p>{t("page.nothingBelow")}</p>}
        </Panel>
        <Note>{t("noAdvice")}</Note>
      </div>
    </PageWrap>
  );
}
