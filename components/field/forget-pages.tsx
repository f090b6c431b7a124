"use client";

import { useEffect } from "react";
import { forgetPages } from "./keep-page";

/** Stands where one comes after signing out and before signing in: what this phone keeps of a person goes there, but for what waits to be sent. */
export function ForgetPages() {
  useEffect(() => {
    void forgetPages().catch(() => undefined);
  }, []);
  return null;
}
