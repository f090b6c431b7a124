import type { ReactElement, ReactNode } from "react";
import { CannotBeWritten, drawnBy, markupOf } from "./markup";
import { addPart, hasParts } from "./page-parts";
import { PartInPage } from "./part-in-page";

type AsMarkupProps = {
  /** Comes to one element, which stands on the page; what is in it is written. */
  readonly children: ReactElement;
};

type Root = { readonly tag: string; readonly look: { readonly className?: string }; readonly inside: string };

function rootOf(node: ReactNode): Root {
  const { type, props } = node as ReactElement<{ readonly className?: string; readonly children?: ReactNode }>;
  if (typeof type !== "string") return rootOf(drawnBy(node as ReactElement));
  const { children, ...look } = props;
  return { tag: type, look, inside: markupOf(children) };
}

/** A part within a part is written with it. */
let isWriting = false;

function written(children: ReactElement): Root | null {
  isWriting = true;
  try {
    return rootOf(children);
  } catch (error) {
    if (error instanceof CannotBeWritten) return null;
    throw error;
  } finally {
    isWriting = false;
  }
}

/**
 * A part of a page that no script has to look after: it is sent as markup alone, once. React neither draws it for the document nor sends what it was made of; links in it are followed as
 * those of rows are. Where a browser's script asks for the page's data, or something in it cannot be written, it is drawn as ever.
 */
export function AsMarkup({ children }: AsMarkupProps): ReactNode {
  const root = hasParts() && !isWriting ? written(children) : null;
  if (root === null) return children;
  return <PartInPage tag={root.tag} look={root.look} at={addPart(root.inside)} />;
}
