"use client";

// Asked for from here, next-intl's provider is a component of the browser: the server's own waits for what the page has stated already, so that
// all below it is a task by itself, sent apart and drawn apart.
export { NextIntlClientProvider as WordsProvider } from "next-intl";
