import { getLocale, getTranslations } from "next-intl/server";
import { type ListName, LISTS, queryOf } from "@/domain/accounts/list-view";
import type { Actor } from "@/domain/access/policy";
import { arrangedList } from "@/server/accounts/list-views";
import { pageReader } from "@/server/platform/page-reader";

type Values = Readonly<Record<string, string>>;

/** How many rows a filtered list is counted to. */
const COUNT_MAX = 1_000;

/** What a list of so many rows says beside its filters: nothing where it is not narrowed, or cannot be counted. */
export async function countedIn(isFiltered: boolean, countTo: (limit: number) => Promise<number | null>) {
  const found = isFiltered ? await countTo(COUNT_MAX + 1) : null;
  if (found === null) return undefined;
  const t = await getTranslations("lists.tools");
  return found > COUNT_MAX ? t("countMore", { count: COUNT_MAX }) : t("count", { count: found });
}

/** A list as its reader has arranged it: its columns, the views of it, and what stands above it for the question of its address. */
export async function arrangedFor(actor: Actor, list: ListName, values: Values) {
  const [locale, t, { columns, views }] = await Promise.all([
    getLocale(),
    getTranslations("lists.tools"),
    arrangedList(pageReader(), actor, list),
  ]);
  const path = `/${locale}${LISTS[list].path}`;
  const asked = queryOf(list, new URLSearchParams(values));
  const addressOf = (at: string, query: string) => (query === "" ? at : `${at}?${query}`);
  const kept = [{ name: t("all"), query: "" }, ...views];
  return {
    columns,
    tools: {
      views:
        views.length === 0
          ? []
          : kept.map(({ name, query }) => ({ name, href: addressOf(path, query), isCurrent: query === asked })),
      arrangeHref: addressOf(`/${locale}/lists/${list}`, asked),
      csvHref: addressOf(`/${locale}/lists/${list}/export`, asked),
    },
  };
}
