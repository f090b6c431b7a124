import "server-only";
import { isValidElement, type ReactElement, type ReactNode } from "react";
import { CannotBeWritten, drawnBy, markupOf } from "./markup";
import { addPart, hasParts } from "./page-parts";
import { PartInPage } from "./part-in-page";

type AsMarkupProps = {
  /** Comes to one element, which stands on the page; what is in it is written. */
  readonly children: ReactElement;
  /** It shows nothing but `of` and what `as` says, such as a language and a time zone, and is written once for all who see that object so. */
  readonly kept?: Kept;
};

type Kept = { readonly of: object; readonly as: string };

type Root = { readonly tag: string; readonly look: { readonly className?: string }; readonly inside: string };

function rootOf(node: ReactNode): Root {
  if (!isValidElement(node)) throw new CannotBeWritten("nothing stands there, or more than one element");
  const { type, props } = node as ReactElement<{ readonly className?: string; readonly children?: ReactNode }>;
  if (typeof type !== "string") return rootOf(drawnBy(node));
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

const VIEWS_MAX = 20;
/** What is kept goes with what it shows. */
const known = new WeakMap<object, Map<string, Root>>();

function writtenOnce(children: ReactElement, { of, as }: Kept): Root | null {
  const views = known.get(of) ?? new Map<string, Root>();
  const root = views.get(as) ?? written(children);
  if (root && views.size < VIEWS_MAX) known.set(of, views.set(as, root));
  return root;
}

/**
 * A part of a page that no script has to look after: it is sent as markup alone, once. React neither draws it for the document nor sends what it was made of; links in it are followed as
 * those of rows are. Where a browser's script asks for the page's data, or something in it cannot be written, it is drawn as ever.
 */
export function AsMarkup({ children, kept }: AsMarkupProps): ReactNode {
  if (isWriting || !hasParts()) return children;
  const root = kept ? writtenOnce(children, kept) : written(children);
  if (root === null) return children;
  return <PartInPage tag={root.tag} look={root.look} at={addPart(root.inside)} />;
}
