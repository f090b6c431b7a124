import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/blocks";
import { partyName } from "@/components/ui/words";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeText } from "@/components/ui/time/time-text";
import type { ReusedPhoto } from "@/views/inspections";
import type { NamedParty } from "@/domain/shared/vocabulary";

type ReusedPhotosTableProps = { readonly rows: readonly ReusedPhoto[]; readonly zone: string };

/** An organisation by its name, which leads to its page among those that administrators check. */
function PartyLink({ party }: { readonly party: NamedParty }) {
  const locale = useLocale();
  return <Anchor href={`/${locale}/admin/organisations/${party.id}`}>{partyName(party, locale)}</Anchor>;
}

/** The two pictures side by side, each leading to the whole. */
function PicturePair({ row }: { readonly row: ReusedPhoto }) {
  const t = useTranslations("inspections.admin");
  const references = [row.reference, row.other?.reference ?? row.reference];
  return (
    <ul className="evidence-photos">
      {row.fileIds.map((fileId, at) => (
        <li key={fileId ?? `gone-${at}`}>
          {fileId === null ? (
            <span className="evidence-waits">{t("gone")}</span>
          ) : (
            <a href={`/api/files/${fileId}`} download>
              <img
                src={`/api/files/${fileId}/small`}
                width={96}
                height={72}
                loading="lazy"
                alt={t(at === 0 ? "later" : "earlier", { reference: references[at] ?? "" })}
              />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Pictures that were sent twice, beside the earlier ones: in which reports, by whom and for whom, and how near they are. */
export function ReusedPhotosTable({ rows, zone }: ReusedPhotosTableProps) {
  const t = useTranslations("inspections.admin");
  const other = (row: ReusedPhoto) => row.other?.reference ?? t("same");
  const likeness = ({ distance }: ReusedPhoto) => t(distance === 0 ? "identical" : "near");
  const parties = ({ buyer, provider }: Pick<ReusedPhoto, "buyer" | "provider">) => (
    <>
      <span className="block">
        <span>{t("provider")}</span> <PartyLink party={provider} />
      </span>
      <span className="block">
        <span>{t("buyer")}</span> <PartyLink party={buyer} />
      </span>
    </>
  );
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "order", head: t("order"), cell: ({ reference }) => reference, detail: ({ title }) => title },
        { key: "provider", card: "route", head: t("parties"), cell: parties },
        {
          key: "other",
          card: "route",
          isNamedOnCard: true,
          head: t("other"),
          cell: other,
          detail: (row) => row.other && parties(row.other),
        },
        { key: "photos", card: "facts", head: t("photos"), cell: (row) => <PicturePair row={row} /> },
        { key: "likeness", card: "facts", head: t("likeness"), cell: likeness },
        { key: "found", card: "end", head: t("found"), cell: ({ foundAt }) => <TimeText at={foundAt} zone={zone} /> },
      ]}
    />
  );
}
