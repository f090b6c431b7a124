import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ArrangeColumns, KeepView, ViewList } from "@/components/accounts/arrange-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { colonOf } from "@/components/ui/words";
import { isListName, LISTS, queryOf } from "@/domain/accounts/list-view";
import { arrangedList } from "@/server/accounts/list-views";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { chooseColumnsAction, dropViewAction, keepViewAction, renameViewAction } from "./actions";

/** Whose words name the columns and the filters of a list. */
const ROOM_OF = { deals: "deals", orders: "orders", bids: "bidding", requests: "requests" } as const;

type PageProps = {
  readonly params: Promise<{ list: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Where a person arranges a list: its columns, the view that they come from, and the views that they keep. */
export default async function ArrangePage({ params, searchParams }: PageProps) {
  const { list } = await params;
  if (!isListName(list)) notFound();
  const { actor } = await requireMember(`/lists/${list}`);
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const query = queryOf(list, new URLSearchParams(asked));
  const { columns, views } = await arrangedList(pageReader(), actor, list);
  const [locale, t, words, filters] = await Promise.all([
    getLocale(),
    getTranslations("lists"),
    getTranslations(`${ROOM_OF[list]}.column`),
    getTranslations(`${ROOM_OF[list]}.filter`),
  ]);
  const path = `/${locale}${LISTS[list].path}`;
  const name = t(`name.${list}`);
  const addressOf = (asks: string) => (asks === "" ? path : `${path}?${asks}`);
  const known: readonly string[] = LISTS[list].columns;
  // The filters by their names; of words also which.
  const asksOf = (asks: string) =>
    [...new URLSearchParams(asks)].map(([filter, value]) => {
      if (filter === "sort") return t("arrange.order");
      const label = filters(filter as never);
      return filter === "q" ? `${label}${colonOf(locale)}${value}` : label;
    });
  return (
    <PageWrap>
      <PageHead
        title={t("arrange.title", { list: name })}
        sub={t("arrange.sub")}
        crumb={[{ label: name, href: addressOf(query) }, { label: t("tools.arrange") }]}
      />
      <ClientWords>
        <div className="stack">
          <Panel title={t("arrange.columns")}>
            <ArrangeColumns
              action={chooseColumnsAction}
              {...{ list, query }}
              options={known.map((value) => ({ value, label: words(value as never) }))}
              chosen={columns}
            />
          </Panel>
          <Panel title={t("arrange.keep")}>
            <KeepView action={keepViewAction} {...{ list, query }} asks={asksOf(query)} />
          </Panel>
          <Panel title={t("arrange.views")} isFlush={views.length === 0}>
            {views.length === 0 ? (
              <EmptyState reason={t("arrange.none")} />
            ) : (
              <ViewList
                list={list}
                views={views.map((view) => ({ ...view, href: addressOf(view.query) }))}
                rename={renameViewAction}
                drop={dropViewAction}
              />
            )}
          </Panel>
        </div>
      </ClientWords>
    </PageWrap>
  );
}
