"use client";

export { Icon, type IconName } from "../plain/icon";
