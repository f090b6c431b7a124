import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icons/icon";

export type AnchorProps = Omit<ComponentProps<"a">, "href"> & { readonly href: string };

// Files and the API are not pages, and a fragment needs no router.
const isPage = (href: string): boolean => href.startsWith("/") && !href.startsWith("/api/");

/** A link to `href`, complete with its locale. Pages are not fetched ahead: most rows of a list are never opened. */
export function Anchor({ href, ...rest }: AnchorProps) {
  if (!isPage(href) || rest.download !== undefined || rest.target) return <a href={href} {...rest} />;
  return <Link href={href} prefetch={false} {...rest} />;
}

export type ButtonLook = {
  readonly variant?: "primary" | "plain" | "quiet" | "danger" | "on-dark";
  readonly size?: "small" | "normal" | "tall";
  readonly isWide?: boolean;
};

/** The classes of a button or of a link that looks like one. */
function buttonClass({ variant = "plain", size = "normal", isWide = false }: ButtonLook, extra = ""): string {
  const classes = ["btn"];
  if (variant !== "plain") classes.push(`btn-${variant}`);
  if (size !== "normal") classes.push(`btn-${size}`);
  if (isWide) classes.push("btn-wide");
  if (extra) classes.push(extra);
  return classes.join(" ");
}

type ButtonLinkProps = AnchorProps & ButtonLook & { readonly icon?: IconName; readonly iconAfter?: IconName };

export function ButtonLink({ variant, size, isWide, icon, iconAfter, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Anchor className={buttonClass({ variant, size, isWide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {iconAfter ? <Icon name={iconAfter} /> : null}
    </Anchor>
  );
}

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    readonly icon?: IconName;
    readonly iconAfter?: IconName;
    /** Why it cannot be used yet, said in place of the words: "Not yet: gate 3 first". */
    readonly reason?: ReactNode;
  };

/**
 * A button with a reason stays focusable, so that the reason can be read; it is kept from sending its form by
 * being no submit button.
 */
export function Button({ variant, size, isWide, icon, iconAfter, reason, className, children, ...rest }: ButtonProps) {
  const classes = buttonClass({ variant, size, isWide }, className);
  if (reason) {
    return (
      <button type="button" className={classes} aria-disabled="true">
        {reason}
      </button>
    );
  }
  return (
    <button type="submit" className={classes} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

export { Panel } from "./panel";

type ScrollBoxProps = { readonly label: string; readonly children: ReactNode };

/** What is wider than its place scrolls by itself, by keyboard too: hence it takes the focus and has a name. */
export const ScrollBox = ({ label, children }: ScrollBoxProps) => (
  <div className="data-table-scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

type NoteProps = {
  readonly tone?: "info" | "warn" | "ok";
  readonly icon?: IconName;
  /** Announced when it appears after an action. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
};

const TONES = {
  info: { className: "note", icon: "info" },
  warn: { className: "note note-warn", icon: "triangle-alert" },
  ok: { className: "note note-ok", icon: "circle-check" },
} as const;

export function Note({ tone = "info", icon, isLive = false, children }: NoteProps) {
  const look = TONES[tone];
  return (
    <div className={look.className} {...(isLive && { role: "status" })}>
      <Icon name={icon ?? look.icon} />
      <div>{children}</div>
    </div>
  );
}

type ErrorNoteProps = {
  /** What did not happen. */
  readonly what: ReactNode;
  /** What is safe, and what happens next. */
  readonly detail?: ReactNode;
  /** The fault's reference, in words. */
  readonly reference?: string;
  /** What to press. */
  readonly children?: ReactNode;
};

export function ErrorNote({ what, detail, reference, children }: ErrorNoteProps) {
  return (
    <div className="condition condition-error" role="alert">
      <Icon name="triangle-alert" size="large" />
      <div>
        <b>{what}</b>
        {detail && <p>{detail}</p>}
        {reference && <p className="condition-reference">{reference}</p>}
        {children && <div className="flow">{children}</div>}
      </div>
    </div>
  );
}

type EmptyStateProps = {
  /** Why there is nothing, in one sentence. */
  readonly reason: ReactNode;
  readonly detail?: ReactNode;
  /** One way out. */
  readonly children?: ReactNode;
};

export function EmptyState({ reason, detail, children }: EmptyStateProps) {
  return (
    <div className="condition">
      <svg className="open-gate" viewBox="0 0 64 40" aria-hidden="true">
        <path className="open-gate-frame" d="M20 13V4H44V13M44 27V36H20V27" />
        <path className="open-gate-rail" d="M0 14H18M0 26H18M46 17H64M46 23H64" />
      </svg>
      <div>
        <b>{reason}</b>
        {detail && <p>{detail}</p>}
        {children && <div className="flow">{children}</div>}
      </div>
    </div>
  );
}
