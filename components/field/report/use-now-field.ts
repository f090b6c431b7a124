"use client";

import { type RefObject, useEffect, useRef } from "react";

const EVERY_MS = 20_000;
const MINUTE_MS = 60_000;

/** This phone's wall clock to the minute, as a date-and-time field has it. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** The ref of a date-and-time field that is kept at this phone's clock until somebody writes another time into it. The server cannot know that clock. */
export function useNowField(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const own = useRef("");
  useEffect(() => {
    const fill = () => {
      const input = field.current;
      if (!input || (input.value !== "" && input.value !== own.current)) return;
      own.current = localNow();
      input.value = own.current;
    };
    fill();
    const timer = setInterval(fill, EVERY_MS);
    const form = field.current?.form;
    // A form that was sent is empty a moment later.
    const onReset = () => setTimeout(fill);
    form?.addEventListener("reset", onReset);
    return () => {
      clearInterval(timer);
      form?.removeEventListener("reset", onReset);
    };
  }, []);
  return field;
}
