"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** How long a reader has looked before it counts as read. */
const LOOKED_MS = 1_500;

/** Sends the form within once the reader has it in sight for a while; without a script it is a button to press. */
export function ReadOnSight({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        observer.disconnect();
        current.querySelector("form")?.requestSubmit();
      }, LOOKED_MS);
    });
    observer.observe(current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return <div ref={place}>{children}</div>;
}
