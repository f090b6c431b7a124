import { type RefObject, useEffect, useRef } from "react";
import { bindKeys } from "../keys/bound-keys";

const ROW_BOX = "input[data-row-box]";

/** The boxes of a list that a press with Shift sets like the one that it is on: all from the one that was pressed last. */
export function runOf<Box>(boxes: readonly Box[], last: Box | null, pressed: Box): readonly Box[] {
  const [from, to] = [last === null ? -1 : boxes.indexOf(last), boxes.indexOf(pressed)];
  if (from < 0 || to < 0) return [pressed];
  return boxes.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Has J and K move along the boxes of a list's rows, X choose the row that has the focus, and Shift with a press choose a run of them. */
export function useRowKeys(hasRows: boolean): RefObject<HTMLFieldSetElement | null> {
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const inside = list.current;
    if (!hasRows || !inside) return;
    const boxes = () => [...inside.querySelectorAll<HTMLInputElement>(ROW_BOX)];
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
  }, [hasRows]);
  return list;
}
