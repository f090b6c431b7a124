import type { TownWords } from "./place-input";

type Words = (key: keyof TownWords, values?: Record<string, string>) => string;

/** What the search over towns says, by a translator of `hubs.town`. */
export const townWords = (t: Words): TownWords => ({
  ...{ search: t("search"), offered: t("offered"), failed: t("failed"), source: t("source") },
  near: t("near", { place: "{place}", km: "{km}" }),
  beyond: t("beyond", { town: "{town}", place: "{place}", km: "{km}" }),
});
