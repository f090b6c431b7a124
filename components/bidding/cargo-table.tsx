import { useTranslations } from "next-intl";
import { useCargoNotes } from "@/components/deals/cargo-table";
import { CountText, VolumeText, WeightText } from "@/components/ui/figures";
import { DataTable } from "@/components/ui/table/data-table";
import { type CargoLine, hasNotes } from "@/domain/deals/deal";

/** What moves, line by line. */
export function CargoTable({ cargo }: { readonly cargo: readonly CargoLine[] }) {
  const t = useTranslations("bidding.cargo");
  const words = useTranslations("services.package");
  const rows = cargo.map((line, position) => ({ ...line, key: String(position) }));
  const notes = cargo.some(hasNotes) ? { detail: (line: CargoLine) => <CargoNotes line={line} /> } : {};
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(line) => line.key}
      height="dense"
      columns={[
        {
          key: "description",
          head: t("description"),
          cell: (line) => line.description,
          ...notes,
        },
        { key: "hs", card: "facts", head: t("hs"), cell: (line) => line.hsCode },
        {
          key: "packages",
          card: "title",
          head: t("packages"),
          cell: (line) => (
            <>
              <CountText value={line.packages} /> ×{" "}
              {words.has(line.packageType) ? words(line.packageType) : line.packageType}
            </>
          ),
        },
        {
          key: "weight",
          card: "end",
          head: t("weight"),
          isNumber: true,
          cell: (line) => <WeightText grams={line.grossWeightGrams} />,
        },
        {
          key: "volume",
          card: "facts",
          head: t("volume"),
          isNumber: true,
          cell: (line) => <VolumeText cm3={line.volumeCm3} />,
        },
      ]}
    />
  );
}

/** Asks for words only where there is something to say: most lines are their figures. */
function CargoNotes({ line }: { readonly line: CargoLine }) {
  return useCargoNotes()(line).join(" · ");
}
