"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { isListName, LISTS, queryOf } from "@/domain/accounts/list-view";
import { chooseListColumns, dropListView, keepListView, renameListView } from "@/server/accounts/list-views";
import { formAction } from "@/server/platform/form/form-action";

const atName = () => "name";
const text = z.string().default("");

/** The list that a form was of, asked as the page of its arrangement was. */
function listOf(data: FormData): { readonly goTo: string } {
  const name = String(data.get("list"));
  if (!isListName(name)) return { goTo: "/home" };
  const query = queryOf(name, new URLSearchParams(String(data.get("query") ?? "")));
  return { goTo: `${LISTS[name].path}${query === "" ? "" : `?${query}`}` };
}

export const keepViewAction = formAction({
  command: keepListView,
  form: z.object({ list: text, name: text, query: text }),
  fieldOf: atName,
  then: (_, data) => listOf(data),
});

export const renameViewAction = formAction({
  command: renameListView,
  form: z.object({ viewId: text, name: text }),
  fieldOf: atName,
  then: async (_, data) => ({
    notice: (await getTranslations("lists.arrange"))("renamed", { name: String(data.get("name")).trim() }),
  }),
});

export const dropViewAction = formAction({
  command: dropListView,
  form: z.object({ viewId: text }),
  then: (_, data) => {
    const name = String(data.get("list"));
    return { goTo: isListName(name) ? `/lists/${name}` : "/home" };
  },
});

export const chooseColumnsAction = formAction({
  command: chooseListColumns,
  form: z
    .object({ list: text, columns: z.array(z.string()).default([]) })
    .transform(({ list, columns }) => ({ list, columns })),
  then: (_, data) => listOf(data),
});
