"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { changeSearch, dropSearch, keepSearch, muteSearch, openSearch } from "@/server/notices/saved-searches";
import { unwatch, watch } from "@/server/notices/watching";
import { formAction } from "@/server/platform/form/form-action";

const text = z.string().default("");
const toSaved = () => ({ goTo: "/saved" });

export const keepSearchAction = formAction({
  command: keepSearch,
  form: z.object({ name: text, query: text, mail: text }),
  then: toSaved,
});

export const changeSearchAction = formAction({
  command: changeSearch,
  form: z.object({ searchId: text, name: text, mail: text }),
  then: async (_, data) => ({
    notice: (await getTranslations("notices.saved"))("changed", { name: String(data.get("name")).trim() }),
  }),
});

export const muteSearchAction = formAction({
  command: muteSearch,
  form: z
    .object({ searchId: text, muted: text })
    .transform(({ searchId, muted }) => ({ searchId, isMuted: muted === "1" })),
  then: toSaved,
});

export const openSearchAction = formAction({
  command: openSearch,
  form: z.object({ searchId: text }),
  then: ({ query }) => ({ goTo: query === "" ? "/requests" : `/requests?${query}` }),
});

export const dropSearchAction = formAction({ command: dropSearch, form: z.object({ searchId: text }), then: toSaved });

/** Pages that have the button; whoever pressed it elsewhere comes to what they watch. */
const WITH_BUTTON = /^\/(?:hubs\/[A-Za-z0-9-]{1,64}|services\/[a-z]{1,20}\/[A-Za-z0-9-]{1,64})$/;
const back = (_: unknown, data: FormData) => {
  const from = String(data.get("from") ?? "");
  return { goTo: WITH_BUTTON.test(from) ? from : "/saved" };
};

const watched = z
  .object({ what: text, subject: text, from: text })
  .transform(({ what, subject }) => ({ what, subject }));

export const watchAction = formAction({ command: watch, form: watched, then: back });

export const unwatchAction = formAction({ command: unwatch, form: watched, then: back });
