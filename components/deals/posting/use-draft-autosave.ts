"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { isTyped } from "@/components/ui/long-form/is-typed";
import type { FormAction } from "@/domain/shared/form-state";

const QUIET_MS = 3_000;

/** Saves the form 3 s after the last change, without redrawing it; answers the words of the last save, or that it failed. */
export function useDraftAutosave(
  form: RefObject<HTMLFormElement | null>,
  action: FormAction,
  failedWords: string,
): string {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const save = async () => {
      const data = new FormData(element);
      data.set("intent", "autosave");
      try {
        const state = await action(null, data);
        setSaid(state?.notice ?? failedWords);
      } catch {
        // Offline, or the page is being left: what was typed is still in the form, and the words say that it is not saved.
        setSaid(failedWords);
      }
    };
    const onInput = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), QUIET_MS);
    };
    const onSubmit = () => clearTimeout(timer.current);
    element.addEventListener("input", onInput);
    // On a slow link people type before the scripts are there.
    if ([...element.elements].some(isTyped)) onInput();
    element.addEventListener("submit", onSubmit);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener("input", onInput);
      element.removeEventListener("submit", onSubmit);
    };
  }, [form, action, failedWords]);

  return said;
}
