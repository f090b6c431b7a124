import { PublicPageHead } from "@/app/found/public-head";
import { getTranslations } from "next-intl/server";
import { HowItWorks } from "@/components/about/how-it-works";
import { PageWrap } from "@/components/shell/page-wrap";
import { marketFacts } from "@/server/about/market-facts";
import { platform } from "@/server/platform/platform";

/** How the market works, for buyers and for providers; readable without an account. */
export default async function HowItWorksPage() {
  const { database, clock } = platform();
  const [facts, t] = await Promise.all([marketFacts(database.read, clock()), getTranslations("about.how")]);
  return (
    <PageWrap>
      <PublicPageHead path="/how-it-works" title={t("title")} sub={t("sub")} />
      <HowItWorks facts={facts} />
    </PageWrap>
  );
}
