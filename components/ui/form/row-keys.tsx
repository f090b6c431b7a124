"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { bindKeys } from "../keys/bound-keys";

const BOX = "input[type=checkbox]";

/** The boxes of a list that a press with Shift sets like the one that it is on: all from the one that was pressed last. */
export function runOf<Box>(boxes: readonly Box[], last: Box | null, pressed: Box): readonly Box[] {
  const [from, to] = [last === null ? -1 : boxes.indexOf(last), boxes.indexOf(pressed)];
  if (from < 0 || to < 0) return [pressed];
  return boxes.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** A form whose boxes are the rows of a list: J and K move along them, X chooses the row that has the focus, and Shift with a press chooses a run. For one list a page. */
export function RowKeys({ children }: { readonly children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const inside = list.current;
    if (!inside) return;
    const boxes = () => [...inside.querySelectorAll<HTMLInputElement>(BOX)];
    const focused = () => boxes().find((box) => box === document.activeElement);
    const moveTo = (from: (at: number) => number) => {
      const [all, now] = [boxes(), focused()];
      all[Math.min(Math.max(from(now ? all.indexOf(now) : -1), 0), all.length - 1)]?.focus();
    };
    let last: HTMLInputElement | null = null;
    const onPress = (event: MouseEvent) => {
      const pressed = boxes().find((box) => box === event.target);
      if (!pressed) return;
      if (event.shiftKey) for (const box of runOf(boxes(), last, pressed)) box.checked = pressed.checked;
      last = pressed;
    };
    // A browser would mark the words between two presses.
    const onDown = (event: MouseEvent) => event.shiftKey && event.preventDefault();
    inside.addEventListener("click", onPress);
    inside.addEventListener("mousedown", onDown);
    const unbind = bindKeys({
      next: () => moveTo((at) => at + 1),
      previous: () => moveTo((at) => at - 1),
      select: () => focused()?.click(),
    });
    return () => {
      unbind();
      inside.removeEventListener("click", onPress);
      inside.removeEventListener("mousedown", onDown);
    };
  }, []);
  return (
    <div ref={list} data-rows>
      {children}
    </div>
  );
}
