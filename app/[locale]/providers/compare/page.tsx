import { getLocale, getTranslations } from "next-intl/server";
import { CompareTable } from "@/components/catalogue/directory/compare-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { COMPARED_MAX, providerIds } from "@/domain/catalogue/directory/shortlist";
import { MARKET_ZONE } from "@/domain/shared/time";
import { providerCards } from "@/server/catalogue/directory/directory";
import { noteShown } from "@/server/catalogue/exposure";
import { referenceData } from "@/server/hubs/queries/network";
import { currentSession } from "@/server/platform/identity/session";
import { platform } from "@/server/platform/platform";
import { cardNames } from "../directory-names";

type PageProps = { readonly searchParams: Promise<{ readonly with?: string | string[] }> };

const NAMED_MAX = 100;

/** The ids that an address names, one after the other or with commas between. */
const idsIn = (given: string | string[] | undefined): string[] =>
  providerIds(
    [given ?? []].flat().flatMap((part) => part.split(",")),
    NAMED_MAX,
  );

/** Up to four providers side by side, at an address that can be sent to a colleague. */
export default async function ComparePage({ searchParams }: PageProps) {
  const named = idsIn((await searchParams).with);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("catalogue")]);
  const { database, clock } = platform();
  const cards = await providerCards(database.read, named.slice(0, COMPARED_MAX), clock());
  if (cards.length > 1) await noteShown({ kind: "compared", ids: cards.map(({ id }) => id) });
  const names = await cardNames(await referenceData(database.read));
  const zone = (await currentSession())?.timeZone ?? MARKET_ZONE;
  const providers = `/${locale}/providers`;
  const without = (id: string) =>
    `${providers}/compare?with=${cards.flatMap((card) => (card.id === id ? [] : [card.id])).join(",")}`;
  return (
    <PageWrap>
      <PageHead
        title={t("compare.title")}
        sub={t("compare.sub", { most: COMPARED_MAX })}
        crumb={[{ label: t("directory.title"), href: providers }, { label: t("compare.title") }]}
      />
      <div className="stack">
        {named.length > COMPARED_MAX && (
          <Note>{t("compare.tooMany", { most: COMPARED_MAX, named: named.length })}</Note>
        )}
        {cards.length > 0 ? (
          <CompareTable {...names} cards={cards} zone={zone} without={without} />
        ) : (
          <Panel isFlush>
            <EmptyState reason={t("compare.none")}>
              <ButtonLink href={providers}>{t("directory.all")}</ButtonLink>
            </EmptyState>
          </Panel>
        )}
      </div>
    </PageWrap>
  );
}
