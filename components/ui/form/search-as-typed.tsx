"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useRef } from "react";

const PAUSE_MS = 250;

type SearchAsTypedProps = {
  /** The page's own address; the form is sent there by GET, so it works without a script and can be sent to a colleague. */
  readonly action: string;
  /** What is searched, as its landmark is called: the frame of every page has a search of its own. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A search that is asked again as somebody types, once they pause. */
export function SearchAsTyped({ action, label, className, children }: SearchAsTypedProps) {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const asked = new URLSearchParams([...new FormData(currentTarget)].map(([name, value]) => [name, String(value)]));
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => router.replace(`${action}?${asked}`, { scroll: false }), PAUSE_MS);
  };
  return (
    <form method="get" action={action} role="search" aria-label={label} className={className} onInput={ask}>
      {children}
    </form>
  );
}
