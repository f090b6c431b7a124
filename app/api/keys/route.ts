import { KEY_ACTS } from "@/components/ui/keys/keys";
import { lookup } from "@/server/platform/form/page-lookup";
import { translator } from "@/server/platform/translate";
import type { KeyWords } from "@/views/find";

/** The words of the map of keys, the same for everybody who reads a language. */
export const GET = lookup(async ({ locale }): Promise<KeyWords> => {
  const t = translator(locale);
  return {
    title: t("find.keys.title"),
    page: t("find.keys.page"),
    acts: Object.fromEntries(KEY_ACTS.map((act) => [act, t(`find.keys.act.${act}`)])),
  };
});
