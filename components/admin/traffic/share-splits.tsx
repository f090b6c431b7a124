import { useLocale, useTranslations } from "next-intl";
import { CorridorBars } from "@/components/hubs/corridor-bars";
import { amountText, percentOf } from "@/components/hubs/share-figures";
import { FigureTable } from "@/components/hubs/figure-table";
import { Panel } from "@/components/ui/blocks";
import { useServiceName } from "@/components/services/service-name";
import { shownBps } from "@/domain/hubs/share-ratio";
import { isService } from "@/domain/shared/vocabulary";
import { TERM_OF_MEASURE, TermLinks } from "./definitions";
import type { TrafficReview } from "@/views/traffic";
import type { RowLinks } from "./share-panels";

type SplitProps = { readonly view: TrafficReview; readonly links: RowLinks };

/**
 * Corridors by weight with border hubs' share in each, and what each did to the change: those too that nothing goes through any more, so
 * that the rows add up to it.
 */
export function CorridorsPanel({ view, links }: SplitProps) {
  const t = useTranslations("admin.traffic");
  const words = useTranslations("hubs.corridors");
  const locale = useLocale();
  const changes = new Map((view.split?.corridors ?? []).map((change) => [change.corridor as string, change]));
  const amount = (value: bigint) => amountText(value, view.measure, locale);
  const shown = new Set(view.corridors.map(({ key }) => key));
  const left = [...changes.values()].filter(({ corridor }) => !shown.has(corridor));
  const countries = (corridor: string) => ({ fromCountry: corridor.slice(0, 2), toCountry: corridor.slice(3) });
  const fraction = (part: bigint, whole: bigint) => words("fraction", { part: amount(part), whole: amount(whole) });
  return (
    <Panel
      title={t("panel.corridors")}
      tools={<TermLinks terms={["share", "within", "mix", TERM_OF_MEASURE[view.measure]]} />}
      aside={t("panel.corridorsAside")}
      isFlush
    >
      <CorridorBars
        caption={t("caption.corridors")}
        corridors={[
          ...view.corridors.map((sum) => ({
            ...{ corridor: sum.key, ...countries(sum.key), weightBps: shownBps(sum.wholeAmount, view.now.wholeAmount) },
            shareBps: shownBps(sum.borderAmount, sum.wholeAmount),
            amount: fraction(sum.borderAmount, sum.wholeAmount),
            href: links.ofCorridor(sum.key),
            change: changes.get(sum.key) ?? null,
          })),
          ...left.map((change) => ({
            ...{ corridor: change.corridor, ...countries(change.corridor), weightBps: 0, shareBps: null, change },
            amount: fraction(0n, 0n),
          })),
        ]}
        total={{
          ...{ shareBps: view.now.shownBps, change: view.split },
          amount: fraction(view.now.borderAmount, view.now.wholeAmount),
        }}
      />
    </Panel>
  );
}

/** Services by the measure that is shown, the largest first, with border hubs' share in each. */
export function ServicesPanel({ view, links }: SplitProps) {
  const t = useTranslations("admin.traffic");
  const words = useTranslations("hubs.corridors");
  const name = useServiceName();
  const locale = useLocale();
  const amount = (value: bigint) => amountText(value, view.measure, locale);
  const sums = view.services.flatMap(({ key, ...sum }) => (isService(key) ? [{ ...sum, service: key }] : []));
  return (
    <Panel
      title={t("panel.services")}
      tools={<TermLinks terms={["share", TERM_OF_MEASURE[view.measure]]} />}
      aside={t("panel.servicesAside")}
      isFlush
    >
      <FigureTable
        caption={t("caption.services")}
        look="corridor-bars"
        nameHead={t("service.service")}
        columns={[
          [words("bar"), "bar-cell"],
          [t("service.share"), "is-strong"],
          [words("amount"), "num"],
        ]}
        barOf={Math.max(1, ...sums.map((sum) => Number(sum.wholeAmount)))}
        groups={[
          {
            rows: sums.map(({ service, borderAmount, wholeAmount }) => ({
              ...{ name: name(service), service, href: links.ofService(service) },
              cells: [
                [
                  ["c1", Number(borderAmount)],
                  ["c6", Number(wholeAmount - borderAmount)],
                ],
                percentOf(shownBps(borderAmount, wholeAmount), locale),
                words("fraction", { part: amount(borderAmount), whole: amount(wholeAmount) }),
              ],
            })),
          },
        ]}
      />
    </Panel>
  );
}
