import { useTranslations } from "next-intl";
import { BestTag } from "@/components/ui/turn/best-tag";
import type { CellWords } from "./compare-words";

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
