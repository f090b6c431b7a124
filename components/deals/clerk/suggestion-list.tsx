import type { Suggestions } from "@/domain/deals/clerk/draft/suggestions";
import { ConfirmButton, SuggestionWords } from "./suggestion-mark";

type SuggestionListProps = {
  readonly suggestions: Suggestions;
  readonly labelOf: (field: string) => string;
};

/** The suggested fields of a part whose fields bear no marks of their own, each with its words and its button. */
export function SuggestionList({ suggestions, labelOf }: SuggestionListProps) {
  return (
    <ul className="grid gap-2">
      {Object.entries(suggestions).map(([field, suggestion]) => (
        <li key={field} className="border-t border-line pt-2 text-sm">
          <a href={`#${field}`}>{labelOf(field)}</a>
          <SuggestionWords suggestion={suggestion} />
          <ConfirmButton field={field} label={labelOf(field)} />
        </li>
      ))}
    </ul>
  );
}
