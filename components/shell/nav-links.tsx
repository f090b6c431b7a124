"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "../ui/icons/icon";
import type { NavItem } from "./nav-item";

/** `waiting` says the count in words, where there is one. */
export type WordedItem = NavItem & { readonly waiting?: string };

type NavLinksProps = {
  readonly items: readonly WordedItem[];
  /** At the foot of a phone an icon stands over each word. */
  readonly hasIcons?: boolean;
};

function Count({ count, waiting }: { readonly count: number; readonly waiting?: string }) {
  return (
    <span className="count">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{waiting}</span>
    </span>
  );
}

/** A layout stays while its pages change, so which item is current is read from the address. */
export function NavLinks({ items, hasIcons = false }: NavLinksProps) {
  const path = usePathname();
  return items.map(({ href, label, icon, count, waiting, isCurrent }) => {
    const isHere = isCurrent ?? (path === href || path?.startsWith(`${href}/`) === true);
    const counted = count ? <Count count={count} waiting={waiting} /> : null;
    return (
      <Link key={href} href={href} prefetch={false} aria-current={isHere ? "page" : undefined}>
        {hasIcons ? (
          <>
            <span className="tab-icon">
              <Icon name={icon} />
              {counted}
            </span>
            {label}
          </>
        ) : (
          <>
            {label}
            {counted}
          </>
        )}
      </Link>
    );
  });
}
