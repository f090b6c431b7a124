import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { OperatorPanel } from "@/components/about/operator-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { operatorDetails } from "@/server/about/site-texts";
import { platform } from "@/server/platform/platform";
import { env } from "@/server/platform/process/env";

const BESIDE = ["help", "status", "terms", "privacy"] as const;

/** Who runs this and how to reach them, for anybody. */
export default async function ContactPage() {
  const { database, clock } = platform();
  const [operator, t, locale] = await Promise.all([
    operatorDetails(database.read, clock()),
    getTranslations("about.contact"),
    getLocale(),
  ]);
  return (
    <PageWrap>
      <PublicPageHead path="/contact" title={t("title")} sub={t("sub")} />
      <div className="stack">
        {env().KOUAN_ENV === "demo" && <Note>{t("demo")}</Note>}
        <OperatorPanel operator={operator} />
        <Panel title={t("before")}>
          <p>{t("beforeText")}</p>
          <p className="mt-3 flow">
            {BESIDE.map((page) => (
              <ButtonLink key={page} href={`/${locale}/${page}`}>
                {t(`beside.${page}`)}
              </ButtonLink>
            ))}
          </p>
        </Panel>
      </div>
    </PageWrap>
  );
}
