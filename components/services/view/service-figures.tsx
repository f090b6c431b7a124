import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import { WaybillGrid } from "@/components/ui/turn/waybill-grid";
import type { Figure, FigureValue } from "@/domain/services/figure";
import type { Service } from "@/domain/shared/service";
import { FigureText } from "./figure-text";

type ServiceFiguresProps = { readonly service: Service; readonly figures: readonly Figure[] };

type Shown<Kind extends FigureValue["kind"]> = {
  readonly key: string;
  readonly value: Extract<FigureValue, { kind: Kind }>;
};

const isPlan = (figure: Figure): figure is Shown<"plan"> => figure.value.kind === "plan";
const isNote = (figure: Figure): figure is Shown<"note"> => figure.value.kind === "note";
const isSingle = (figure: Figure): figure is Shown<Exclude<FigureValue["kind"], "plan" | "note">> =>
  !isPlan(figure) && !isNote(figure);

/** What follows from a request: single figures in boxes, a sampling plan as a table below, and what is to be said of them. */
export function ServiceFigures({ service, figures }: ServiceFiguresProps) {
  const t = useTranslations(`service-${service}`);
  const boxes = figures.filter(isSingle).map(({ key, value }, index) => ({
    number: index + 1,
    label: t(`figure.${key}`),
    value: <FigureText value={value} />,
  }));
  return (
    <>
      {boxes.length > 0 && <WaybillGrid boxes={boxes} hasFigures isFlat />}
      {figures.filter(isPlan).map(({ key, value }) => (
        <FigureText key={key} value={value} />
      ))}
      {figures.filter(isNote).map(({ key, value }) => (
        <Note key={key} tone={value.isWarning ? "warn" : "info"}>
          {t(`note.${value.code}`, value.values)}
        </Note>
      ))}
    </>
  );
}
