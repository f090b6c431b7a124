import { createElement, type ReactNode } from "react";
import type { CapturedNode } from "../constants";

/** The captured element as React's, with nothing around it. */
export function elementOf(node: CapturedNode, key: number): ReactNode {
  if (typeof node === "string") return node;
  const [tag, attributes, children] = node;
  return createElement(tag, { ...attributes, key }, ...children.map(elementOf));
}
