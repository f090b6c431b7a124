import { type RefObject, useEffect, useRef, useState } from "react";
import { isTyped } from "@/components/ui/form/is-typed";
import type { BidFormState } from "@/domain/bidding/bid-form";
import { chargeRows } from "@/domain/bidding/offer/charge-rows";
import { DRAFT_FIELD } from "./bid-fields";
import type { BidFormProps } from "./bid-form";

const QUIET_MS = 3_000;

const savesByItself = ({ submitter }: SubmitEvent): boolean =>
  submitter instanceof HTMLButtonElement && submitter.value.startsWith("save-draft");

type Drawn = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly action: BidFormProps["action"];
  /** What the form was drawn from: an answer to it may hold what no draft has yet. */
  readonly state: BidFormState | null;
  readonly failedWords: string;
};

/**
 * Keeps what is typed as a draft, 3 s after the last change and before any form of the page is sent, without drawing the form anew.
 * Answers what to say of the last save, and apart from it the words of a conflict with another window.
 */
export function useBidDraft({ form, action, state, failedWords }: Drawn) {
  const [said, setSaid] = useState("");
  const [conflict, setConflict] = useState("");

  useEffect(() => {
    const element = form.current;
    if (!element || state?.check) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDirty = false;
    const save = async () => {
      clearTimeout(timer);
      isDirty = false;
      const data = new FormData(element);
      data.set("intent", "autosave");
      try {
        const answer = await action(null, data);
        const { [DRAFT_FIELD]: clash = "", ...others } = answer?.fieldErrors ?? {};
        setConflict(clash);
        const why = answer?.formErrors[0] ?? Object.values(others)[0] ?? failedWords;
        setSaid(clash === "" ? (answer?.notice ?? why) : "");
      } catch {
        // Offline, or the page is being left: what was typed is still in the form, and the words say that it is not kept.
        setSaid(failedWords);
      }
    };
    const onInput = () => {
      isDirty = true;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), QUIET_MS);
    };
    // Another form of the page, such as an upload, draws it anew; a check leads on to a page that may be left.
    const onSubmit = (event: SubmitEvent) => {
      if (savesByItself(event)) clearTimeout(timer);
      else if (isDirty) void save();
    };
    element.addEventListener("input", onInput);
    document.addEventListener("submit", onSubmit, true);
    // On a slow link people type before the scripts are there; and a line that was added or taken away is a change as well.
    if (state !== null || [...element.elements].some(isTyped)) onInput();
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", onInput);
      document.removeEventListener("submit", onSubmit, true);
    };
  }, [form, action, state, failedWords]);

  return { said, conflict };
}

const PAUSE_MS = 500;

type Sums = { readonly total: string; readonly amounts: Readonly<Record<number, string>> };
const NOTHING: Sums = { total: "", amounts: {} };

/** The total, and what each line of the main offer comes to by its position: the answer has those with a price, in their order. */
function sumsOf(typed: FormData, answer: BidFormState | null): Sums {
  const lines = answer?.check?.lines;
  if (!answer?.check || !lines) return NOTHING;
  const rows = chargeRows(
    Object.fromEntries([...typed].filter((entry): entry is [string, string] => typeof entry[1] === "string")),
  );
  const priced = rows.flatMap(({ price, alternative }, position) =>
    price.trim() !== "" && Number(alternative) === 0 ? [position] : [],
  );
  return {
    total: answer.check.total,
    amounts: Object.fromEntries(priced.map((position, at) => [position, lines[at]?.amount ?? ""])),
  };
}

/**
 * The sums of what is typed so far, as the server makes them: asked a moment after the last key, so that the screen never computes an
 * amount of its own. Empty while nothing can be summed.
 */
export function useLiveTotal(action: BidFormProps["action"]) {
  const [sums, setSums] = useState<Sums>(NOTHING);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = async (form: HTMLFormElement) => {
    asked.current += 1;
    const mine = asked.current;
    const data = new FormData(form);
    data.set("intent", "price");
    const answer = await action(null, data);
    // Only the last answer counts: an earlier one may come later.
    if (mine === asked.current) setSums(sumsOf(data, answer));
  };
  const onInput = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(form), PAUSE_MS);
  };
  return { ...sums, onInput };
}
