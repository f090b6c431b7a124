"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { readonly href: string; readonly isCurrent: boolean | undefined; readonly children: ReactNode };

/** A layout stays while its pages change, so which item is current is read from the address. */
export function NavLink({ href, isCurrent, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = isCurrent ?? (path === href || path?.startsWith(`${href}/`) === true);
  return (
    <Link href={href} prefetch={false} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}
