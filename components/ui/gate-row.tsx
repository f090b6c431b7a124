"use client";

export { GateRow } from "./plain/gate-row";
