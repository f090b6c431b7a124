import "server-only";
import type { TrafficMeasure } from "@/domain/hubs/traffic";
import type { Service } from "@/domain/shared/service";
import type { World } from "./network";

type Values = Readonly<Record<string, string | number>>;

/** The reader's language: a translator over all rooms, as `await getTranslations()` is one. */
export type Language = { readonly locale: string; readonly words: (key: string, values?: Values) => string };

/** How the files of the review name things in the reader's language. */
export function csvWords({ locale, words }: Language, { hubs, places }: Pick<World, "hubs" | "places">) {
  const country = new Intl.DisplayNames(locale, { type: "region" });
  const named = (id: string, found: { readonly nameEn: string; readonly nameZh: string } | undefined): string =>
    (locale.startsWith("zh") ? found?.nameZh : found?.nameEn) ?? id;
  return {
    head: (head: string, values: Values = {}) => words(`admin.traffic.file.head.${head}`, values),
    word: (key: string, values: Values = {}) => words(`admin.traffic.file.${key}`, values),
    measure: (measure: TrafficMeasure) => words(`admin.traffic.measure.${measure}`),
    yesOrNo: (isSo: boolean) => words(`admin.traffic.file.${isSo ? "yes" : "no"}`),
    hub: (id: string) => named(id, hubs.get(id)),
    place: (id: string) => named(id, places.get(id)),
    mode: (mode: string) => words(`hubs.mode.${mode}`),
    service: (service: Service) => words(`service-${service}.name`),
    corridor: (code: string) =>
      words("hubs.corridors.name", {
        from: country.of(code.slice(0, 2)) ?? code,
        to: country.of(code.slice(3)) ?? code,
      }),
  };
}

export type CsvWords = ReturnType<typeof csvWords>;
