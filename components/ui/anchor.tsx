import Link from "next/link";
import type { ComponentProps } from "react";

export type AnchorProps = Omit<ComponentProps<"a">, "href"> & { readonly href: string };

// Files and the API are not pages, and a fragment needs no router.
const isPage = (href: string): boolean => href.startsWith("/") && !href.startsWith("/api/");

/** A link to `href`, complete with its locale. Pages are not fetched ahead: most rows of a list are never opened. */
export function Anchor({ href, ...rest }: AnchorProps) {
  if (!isPage(href) || rest.download !== undefined || rest.target) return <a href={href} {...rest} />;
  return <Link href={href} prefetch={false} {...rest} />;
}
