"use client";

export { type Curve, Drawing, type Shape } from "./plain/drawing";
