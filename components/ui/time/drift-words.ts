import type { DriftWords } from "./clock-drift";

type Translate = (key: keyof DriftWords, values: { readonly n: string }) => string;

/** What `driftText` is filled from, as templates: the words come from the server, and the drift is known on the client only. */
export const driftWordsOf = (t: Translate): DriftWords => ({
  aheadSeconds: t("aheadSeconds", { n: "{n}" }),
  aheadMinutes: t("aheadMinutes", { n: "{n}" }),
  aheadHours: t("aheadHours", { n: "{n}" }),
  behindSeconds: t("behindSeconds", { n: "{n}" }),
  behindMinutes: t("behindMinutes", { n: "{n}" }),
  behindHours: t("behindHours", { n: "{n}" }),
});
