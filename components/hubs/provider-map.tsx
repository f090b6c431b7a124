import { useLocale, useTranslations } from "next-intl";
import { numberFormat } from "@/components/ui/format";
import { Anchor } from "@/components/ui/blocks";
import { DataTable } from "@/components/ui/table/data-table";
import { HubName, placeName } from "@/components/ui/words";
import { HubMapFrame, type MapHub } from "./map/hub-map";

type ProviderMapProps = {
  /** Hubs with how many of the providers that are asked for work there, the most first. */
  readonly hubs: readonly MapHub[];
  readonly countries: readonly string[];
  /** The directory narrowed to a hub. */
  readonly hrefOf: (hubId: string) => string;
};

/** Where providers work: the hubs on the map, and beside it each with its number, which leads to who they are. */
export function ProviderMap({ hubs, countries, hrefOf }: ProviderMapProps) {
  const t = useTranslations("catalogue.map");
  const column = useTranslations("catalogue.column");
  const locale = useLocale();
  const number = numberFormat(locale, {});
  const [first] = hubs;
  const name = t("name", { hubs: hubs.length, first: first ? placeName(first, locale) : "–" });
  const counted = hubs.map((hub) => ({ ...hub, figure: number.format(hub.count) }));
  const map = { hubs: counted, flows: [], places: [], countries, name };
  return (
    <div className="stack">
      <HubMapFrame {...map} />
      <DataTable
        caption={t("title")}
        height="dense"
        rows={hubs}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "hub",
            head: column("hubs"),
            cell: (hub) => (
              <Anchor href={hrefOf(hub.id)}>
                <HubName {...hub} />
              </Anchor>
            ),
          },
          { key: "count", head: t("count"), isNumber: true, cell: ({ count }) => number.format(count) },
        ]}
      />
    </div>
  );
}
