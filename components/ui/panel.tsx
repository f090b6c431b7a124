"use client";

export { Panel } from "./plain/panel";
