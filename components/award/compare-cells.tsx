import { useTranslations } from "next-intl";
import { BestTag } from "@/components/ui/best-tag";
import type { CellWords, PayoutWords, ServiceWords } from "./comparison-view";
import type { ChoosingProps } from "./compare-matrix";
import type { BelowCell } from "./comparison-scores";

/** What a bid is best at by price and days, each with its word. */
export function BestTags({ cell }: { readonly cell: CellWords }) {
  const t = useTranslations("award.best");
  return (
    <span className="matrix-tags">
      {cell.isLowest && <BestTag>{t("lowest")}</BestTag>}
      {cell.isFastest && <BestTag>{t("fastest")}</BestTag>}
    </span>
  );
}

/** What stands under an amount: as quoted, how long, how long valid, and what is wrong with it. */
export function CompareMarks({ cell }: { readonly cell: CellWords }) {
  const t = useTranslations("award.best");
  return (
    <>
      {cell.title !== null && <small>{cell.title}</small>}
      <small>{cell.quoted}</small>
      {cell.split && <small>{cell.split}</small>}
      <small>{cell.days}</small>
      {cell.declares.map((line) => (
        <small key={line}>{line}</small>
      ))}
      {cell.quoteEnds && <small>{cell.quoteEnds}</small>}
      <small>
        {cell.valid} {cell.isLongestValid && <BestTag>{t("longestValid")}</BestTag>}
      </small>
      {cell.awarded?.map((line, at) => (at === 0 ? <b key={line}>{line}</b> : <small key={line}>{line}</small>))}
      {cell.problem && <small className="warn-text">{cell.problem}</small>}
    </>
  );
}

/** Under the bids of a payment: what its payee receives from each, side by side. */
export function PayoutRow({
  service,
  words,
  chosen,
}: Omit<ChoosingProps, "choose"> & { readonly service: ServiceWords }) {
  const mine = service.cells.find((cell) => cell.choiceId === chosen[service.requestId]);
  return (
    <tr>
      <th scope="row">{service.payoutHead}</th>
      {words.providers.map((provider) => {
        const payout = service.cells.find((cell) => cell.columnId === provider.id)?.payout;
        return <td key={provider.id}>{payout && <PayoutText payout={payout} />}</td>;
      })}
      <td className="is-choice">
        <span className="matrix-value">{mine?.payout?.amount ?? "–"}</span>
      </td>
    </tr>
  );
}

export function PayoutText({ payout }: { readonly payout: PayoutWords }) {
  const t = useTranslations("award.best");
  return (
    <>
      <span className="matrix-value">{payout.amount}</span>{" "}
      {payout.isBest && (
        <span className="matrix-tags">
          <BestTag>{t("payout")}</BestTag>
        </span>
      )}
      {payout.notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </>
  );
}

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
