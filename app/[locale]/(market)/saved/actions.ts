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

const watched = z.object({ what: text, subject: text });

export const watchAction = formAction({ command: watch, form: watched, then: toSaved });

export const unwatchAction = formAction({ command: unwatch, form: watched, then: toSaved });
