import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon";

// What stands in many rows of lists. Drawn in the browser, each is sent as its values and not as its elements; its words come finished from the server.

const STATE_ICONS = {
  open: "circle-dashed",
  sealed: "lock-keyhole",
  closing: "timer",
  awarded: "flag",
  held: "gate",
  transit: "route",
  disputed: "triangle-alert",
  completed: "badge-check",
} as const satisfies Record<string, IconName>;

/** The eight looks of a state; rooms map their own lifecycles onto them. */
export type LookState = keyof typeof STATE_ICONS;

type ChipProps = { readonly state: LookState; readonly children: ReactNode };

/** A state in its look, in the words of its room. */
export function Chip({ state, children }: ChipProps) {
  return (
    <span className={`chip chip-${state}`}>
      <Icon name={STATE_ICONS[state]} />
      {children}
    </span>
  );
}

type QuietChipProps = { readonly icon: IconName; readonly children: ReactNode };

/** A state outside the eight looks, such as a draft or something withdrawn: grey, so that it never competes. */
export function QuietChip({ icon, children }: QuietChipProps) {
  return (
    <span className="chip chip-quiet">
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** Whose turn it is, for the reader: mine, another party's, nobody's because a gate holds, or finished. */
export type TurnHolder = "you" | "other" | "hold" | "done";

type TurnMarkProps = {
  readonly who: TurnHolder;
  /** Who that is: "You", a company, "Gate 3". The mark never stands without it. */
  readonly name: ReactNode;
  /** What they do next. */
  readonly next?: ReactNode;
};

/** Whose turn it is in a row. */
export function TurnMark({ who, name, next }: TurnMarkProps) {
  return (
    <span className={`turn is-${who}`}>
      <i className="turn-mark" />
      <span>
        <b>{name}</b>
        {next && <small>{next}</small>}
      </span>
    </span>
  );
}

export type LegMode = "road" | "rail" | "sea" | "air";

type RouteProps = {
  /** Where from, through which hub, where to. */
  readonly stops: readonly [ReactNode, ReactNode, ReactNode];
  readonly mode: LegMode;
  /** Between the stops: "through", "to"; read, not shown. */
  readonly words: readonly [string, string];
  /** Only border hubs wear the 口; sea and air hubs are plain. */
  readonly isBorderHub?: boolean;
  /** The rails beyond the hub are of 1520 mm: drawn wider. */
  readonly isWide?: boolean;
};

/** A route as a line of text. */
export function Route({ stops: [from, hub, to], mode, words: [through, towards], isBorderHub, isWide }: RouteProps) {
  return (
    <span className={`route is-${mode}`}>
      <span>{from}</span>
      <i />
      <span className="sr-only">{through}</span>
      <span className={isBorderHub ? "route-hub is-border" : "route-hub"}>{hub}</span>
      <i {...(isWide && { className: "is-wide" })} />
      <span className="sr-only">{towards}</span>
      <span>{to}</span>
    </span>
  );
}

type MomentProps = {
  /** Epoch milliseconds, or a calendar day. */
  readonly at: number | string;
  /** The time as the reader writes it, then the zone's short name. */
  readonly text: string;
  readonly zone?: string;
  /** The same time at the hub. */
  readonly there?: string;
};

/** A time in words that are already found. */
export function Moment({ at, text, zone, there }: MomentProps) {
  const dateTime = typeof at === "number" ? new Date(at).toISOString() : at;
  const time = <time dateTime={dateTime}>{text}</time>;
  if (zone === undefined && there === undefined) return time;
  return (
    <span className="whitespace-nowrap">
      {time}
      {zone && ` ${zone}`}
      {there && <small className="block font-normal text-ink-2">{there}</small>}
    </span>
  );
}
