import { useTranslations } from "next-intl";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { Figure } from "@/domain/services/figure";
import type { Service } from "@/domain/services/service";
import { FigureText } from "./figure-text";

type ServiceFiguresProps = { readonly service: Service; readonly figures: readonly Figure[] };

/** What follows from a request: single figures in boxes, a sampling plan as a table below. */
export function ServiceFigures({ service, figures }: ServiceFiguresProps) {
  const t = useTranslations(`service-${service}.figure`);
  const tables = figures.filter((figure) => figure.value.kind === "plan");
  const boxes = figures
    .filter((figure) => figure.value.kind !== "plan")
    .map(({ key, value }, index) => ({ number: index + 1, label: t(key), value: <FigureText value={value} /> }));
  return (
    <>
      {boxes.length > 0 && <WaybillGrid boxes={boxes} hasFigures isFlat />}
      {tables.map(({ key, value }) => (
        <FigureText key={key} value={value} />
      ))}
    </>
  );
}
