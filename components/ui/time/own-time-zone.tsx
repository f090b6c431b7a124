"use client";

import { useEffect, useRef } from "react";

/** The browser's own time zone where a script can ask for it; empty otherwise, and the server takes its default. */
export function OwnTimeZone() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, []);
  return <input ref={field} type="hidden" name="timeZone" defaultValue="" />;
}
