import type { DriftWords } from "@/components/ui/time/clock-drift";
import type { Light } from "@/domain/bidding/live/feedback-of";

/** Of the bar above a request; `endsIn` is a template with `{time}`. */
export type LiveWords = {
  readonly connecting: string;
  readonly live: string;
  readonly lost: string;
  readonly reload: string;
  /** Where something has changed and the page is not drawn anew, since somebody is typing in it. */
  readonly news: string;
  readonly endsIn: string;
  readonly ending: string;
  readonly drift: DriftWords;
};

/** Of a bidder's own place; templates with `{rank}`, `{count}` and `{gap}`. */
export type PlaceWords = {
  readonly title: string;
  readonly place: string;
  readonly gap: string;
  readonly first: string;
  readonly behind: string;
  readonly unknown: string;
  readonly none: string;
  readonly light: Readonly<Record<Light, string>>;
  readonly change: string;
  readonly tie: string;
};
