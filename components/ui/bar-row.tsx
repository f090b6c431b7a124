"use client";

export { BarRow } from "./plain/bar-row";
