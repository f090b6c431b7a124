import { useTranslations } from "next-intl";
import { BestTag } from "@/components/ui/turn/best-tag";
import type { ChoosingProps } from "../../compare-matrix";
import type { ServiceWords } from "../../compare-words";
import type { BelowCell } from "./word-scores";

type BelowRowsProps = Omit<ChoosingProps, "choose"> & { readonly service: ServiceWords };

/** Below the prices of a service: scores with their parts, and the answers to its gates. */
export function BelowRows({ service, words, chosen }: BelowRowsProps) {
  const mine = chosen[service.requestId] ?? "";
  return service.below.map(({ head, detail, cells }, place) => (
    <tr key={`below-${place.toString()}`}>
      <th scope="row">
        {head}
        {detail && <small>{detail}</small>}
      </th>
      {words.providers.map((provider) => {
        const cell = cells[service.cells.find((one) => one.columnId === provider.id)?.choiceId ?? ""];
        return <td key={provider.id}>{cell && <BelowText cell={cell} />}</td>;
      })}
      <td className="is-choice">{cells[mine]?.value ?? "–"}</td>
    </tr>
  ));
}

type BelowTextProps = { readonly cell: BelowCell; readonly isInLine?: boolean };

function BelowText({ cell, isInLine = false }: BelowTextProps) {
  const t = useTranslations("award.best");
  return (
    <>
      {cell.value}{" "}
      {cell.isBest && (
        <span className="matrix-tags">
          <BestTag>{t("score")}</BestTag>
        </span>
      )}
      {cell.note && (isInLine ? cell.note : <small>{cell.note}</small>)}
    </>
  );
}

/** The same of one offer on a phone, a line a row; alternatives are not scored. */
export function BelowLines({ service, choiceId }: { readonly service: ServiceWords; readonly choiceId: string }) {
  if (service.below.length === 0) return null;
  return (
    <span className="col-span-2 col-start-2">
      {service.below.map(({ head, cells }, place) => {
        const cell = cells[choiceId];
        return (
          cell && (
            <small key={`below-${place.toString()}`}>
              {head} <BelowText cell={cell} isInLine />
            </small>
          )
        );
      })}
    </span>
  );
}
