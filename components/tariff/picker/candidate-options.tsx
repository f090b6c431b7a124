import type { HsCandidate } from "@/domain/tariff/hs-candidate";
import { CandidateText } from "../candidate-text";

type CandidateOptionsProps = {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly HsCandidate[];
  /** The place of the one that the keys have come to; -1 for none. */
  readonly active: number;
  readonly onTake: (candidate: HsCandidate) => void;
};

export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

/** The list under the field; the focus stays in the field and its keys move through the list. */
export function CandidateOptions({ id, label, offers, active, onTake }: CandidateOptionsProps) {
  return (
    <div id={id} role="listbox" aria-label={label}>
      {offers.map((candidate, at) => (
        <button
          type="button"
          key={`${candidate.code}-${candidate.country}`}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className="combo-option"
          // The field keeps the focus, so that leaving it is not what closes the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(candidate)}
        >
          <b className="tabular-nums">{candidate.code}</b> <CandidateText candidate={candidate} />
        </button>
      ))}
    </div>
  );
}
