"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef } from "react";
import { standIn } from "./page-parts";

type PartInPageProps = {
  readonly tag: string;
  readonly look: { readonly className?: string };
  /** Which of the document's parts it is. */
  readonly at: number;
};

/** What stood in the parts of this document when its reader went on to another page: they may come back. */
const left = new Map<number, DocumentFragment>();

const NOTHING = " ";

/** The place of a part that the document has as markup. The browser takes it as it stands, and puts it there again for a reader who comes back. */
export function PartInPage({ tag, look, at }: PartInPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useLayoutEffect(() => {
    const element = place.current as HTMLDivElement;
    const before = left.get(at);
    left.delete(at);
    if (before) element.replaceChildren(before);
    // A browser that had to draw the page anew has lost it.
    else if (element.childElementCount === 0) router.refresh();
    return () => {
      const nodes = document.createDocumentFragment();
      nodes.append(...element.childNodes);
      left.set(at, nodes);
    };
  }, [at, router]);
  // Of an element with a text React compares no more than that text, and is told not to.
  const stands = typeof window === "undefined" ? standIn(at) : NOTHING;
  const Tag = tag as "div";
  // By its mark links in a part are found (use-row-links.ts).
  return (
    <Tag {...look} data-written="" ref={place} suppressHydrationWarning>
      {stands}
    </Tag>
  );
}
