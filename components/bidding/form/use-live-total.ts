import { useRef, useState } from "react";
import type { BidFormProps } from "./bid-form";

const PAUSE_MS = 500;

/**
 * The sum of what is typed so far, as the server makes it: asked a moment after the last key, so that the screen never computes an
 * amount of its own. Empty while nothing can be summed.
 */
export function useLiveTotal(action: BidFormProps["action"]) {
  const [total, setTotal] = useState("");
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = async (form: HTMLFormElement) => {
    asked.current += 1;
    const mine = asked.current;
    const data = new FormData(form);
    data.set("intent", "price");
    const answer = await action(null, data);
    // Only the last answer counts: an earlier one may come later.
    if (mine === asked.current) setTotal(answer?.check?.total ?? "");
  };
  const onInput = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(form), PAUSE_MS);
  };
  return { total, onInput };
}
